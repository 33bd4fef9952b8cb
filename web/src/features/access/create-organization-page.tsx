import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type * as contract from '../../../../shared/contract/api/organizations.ts';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useErrorText } from '../../lib/error-text.ts';
import { type Language, LanguageNames, Languages } from '../../lib/i18n/languages.ts';
import { operation } from '../../lib/operation.ts';
import { browserCountry, browserTimeZone, countryOptions, timeZones } from '../../lib/places.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useServices } from '../../lib/services.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { AccessFrame } from './access-frame.tsx';

const CreateOrganization = operation<typeof contract.CreateOrganization>('POST', '/v1/organizations', false);

export function CreateOrganizationPage() {
  const { t, i18n } = useTranslation();
  const { api, session } = useServices();
  const queries = useQueryClient();
  const errorText = useErrorText();
  useDocumentTitle(t('access.organizationTitle'));

  const create = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (values: FormData) =>
      api.call(CreateOrganization, {
        body: {
          name: String(values.get('name')),
          language: String(values.get('language')) as Language,
          timeZone: String(values.get('timeZone')),
          country: String(values.get('country')),
        },
      }),
    onSuccess: async () => {
      // The API remembers for a minute what an old token's bearer may do: a new token makes it look again.
      await session.token({ renew: true });
      await queries.invalidateQueries({ queryKey: [QueryKeys.me] });
    },
  });

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    create.mutate(new FormData(event.currentTarget));
  }

  return (
    <AccessFrame title={t('access.organizationTitle')} lead={t('access.organizationLead')}>
      <form className="form" onSubmit={send}>
        <TextField
          name="name"
          label={t('access.organizationName')}
          hint={t('access.organizationNameHint')}
          maxLength={100}
          autoComplete="organization"
          required
          autoFocus
        />
        <Select name="language" label={t('access.language')} defaultValue={i18n.language}>
          {Languages.map((language) => (
            <option key={language} value={language}>
              {LanguageNames[language]}
            </option>
          ))}
        </Select>
        <div className="form-row">
          <Select name="country" label={t('access.country')} defaultValue={browserCountry()}>
            {countryOptions(i18n.language).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <Select name="timeZone" label={t('access.timeZone')} defaultValue={browserTimeZone()}>
            {timeZones().map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </div>
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('access.createOrganization')}
        </Button>
      </form>
      <button type="button" className="access-switch" onClick={() => session.end()}>
        {t('shell.signOut')}
      </button>
    </AccessFrame>
  );
}
