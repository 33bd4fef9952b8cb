import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, LanguageNames, Languages } from '../../lib/i18n/languages.ts';
import { useMay } from '../../lib/me.ts';
import { countryOptions, timeZones } from '../../lib/places.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Organization, useUpdateOrganization } from './queries.ts';

/** A country that is not among the usual ones stays selectable once it is set. */
function countriesWith(code: string, language: string) {
  const options = countryOptions(language);
  return options.some((option) => option.code === code) ? options : [...options, { code, name: code }];
}

export function OrganizationForm({ organization }: { organization: Organization }) {
  const { t, i18n } = useTranslation();
  const toast = useToast();
  const mayChange = useMay('admin');
  const update = useUpdateOrganization(organization.version, () =>
    toast({ tone: 'done', text: t('state.saved') }),
  );

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    update.mutate({
      name: text('name'),
      language: text('language') as Language,
      country: text('country'),
      timeZone: text('timeZone'),
      signature: text('signature'),
    });
  }

  return (
    <form className="card organization-form" onSubmit={send}>
      <fieldset className="form" disabled={!mayChange}>
        <TextField
          name="name"
          label={t('organization.name')}
          defaultValue={organization.name}
          maxLength={100}
          required
        />
        <div className="form-row">
          <Select name="language" label={t('access.language')} defaultValue={organization.language}>
            {Languages.map((language) => (
              <option key={language} value={language}>
                {LanguageNames[language]}
              </option>
            ))}
          </Select>
          <Select name="country" label={t('access.country')} defaultValue={organization.country}>
            {countriesWith(organization.country, i18n.language).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <Select name="timeZone" label={t('access.timeZone')} defaultValue={organization.timeZone}>
          {[...new Set([organization.timeZone, ...timeZones()])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        <TextField
          name="signature"
          label={t('organization.signature')}
          hint={t('organization.signatureHint')}
          defaultValue={organization.signature}
          maxLength={200}
        />
        {mayChange && (
          <div>
            <Button type="submit" look="primary" busy={update.isPending}>
              {t('organization.save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
