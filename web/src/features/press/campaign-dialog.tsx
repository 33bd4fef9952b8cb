import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { linesOf, wordsOf } from './lists.ts';
import { useCreateCampaign } from './queries.ts';

const periods = [30, 90, 365] as const;
/** Editions of Google News that the console offers; the API takes any. */
const locales = ['de-DE', 'de-AT', 'de-CH', 'en-GB', 'en-US', 'pt-PT', 'pt-BR', 'fr-FR', 'es-ES', 'it-IT'];

export function CampaignDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const create = useCreateCampaign();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    create.mutate(
      {
        name: text('name'),
        monitoringConfig: {
          keywords: wordsOf(text('keywords')),
          periodDays: periods.find((days) => String(days) === text('period')) ?? 90,
          sources: { googleNews: values.has('googleNews'), rssFeeds: linesOf(text('feeds')) },
          locale: text('locale'),
        },
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={t('campaigns.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="campaign" look="primary" busy={create.isPending}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="campaign" className="form" onSubmit={send}>
        <TextField name="name" label={t('campaigns.name')} maxLength={200} required autoFocus />
        <TextField
          name="keywords"
          label={t('campaigns.keywords')}
          hint={t('campaigns.keywordsHint')}
          required
        />
        <div className="form-row">
          <Select name="period" label={t('campaigns.period')} defaultValue="90">
            {periods.map((days) => (
              <option key={days} value={days}>
                {t('campaigns.days', { count: days })}
              </option>
            ))}
          </Select>
          <Select name="locale" label={t('campaigns.locale')} defaultValue="de-DE">
            {locales.map((locale) => (
              <option key={locale}>{locale}</option>
            ))}
          </Select>
        </div>
        <Checkbox name="googleNews" label={t('campaigns.googleNews')} defaultChecked />
        <TextArea name="feeds" label={t('campaigns.feeds')} hint={t('campaigns.feedsHint')} />
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
