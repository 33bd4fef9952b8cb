import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useSaveCampaign } from './campaign-queries.ts';
import { linesOf, wordsOf } from './lists.ts';
import type { Campaign } from './operations.ts';

const periods = [30, 90, 365] as const;
/** Editions of Google News that the console offers; the API takes any. */
const locales = ['de-DE', 'de-AT', 'de-CH', 'en-GB', 'en-US', 'pt-PT', 'pt-BR', 'fr-FR', 'es-ES', 'it-IT'];

interface CampaignDialogProps {
  /** The one to change; a new one without it. */
  campaign?: Campaign;
  onClose(): void;
}

export function CampaignDialog({ campaign, onClose }: CampaignDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const save = useSaveCampaign(campaign);
  const monitoring = campaign?.monitoringConfig;
  const locale = monitoring?.locale ?? 'de-DE';

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    const keywords = wordsOf(text('keywords'));
    const modes = Object.entries(monitoring?.keywordModes ?? {});
    save.mutate(
      {
        name: text('name'),
        monitoringConfig: {
          enabled: values.has('enabled'),
          keywords,
          keywordModes: Object.fromEntries(modes.filter(([keyword]) => keywords.includes(keyword))),
          periodDays: periods.find((days) => String(days) === text('period')) ?? 90,
          sources: { googleNews: values.has('googleNews'), rssFeeds: linesOf(text('feeds')) },
          minMatchScore: Number(text('minMatchScore')),
          locale: text('locale'),
        },
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={campaign ? t('campaigns.editTitle', { name: campaign.name }) : t('campaigns.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="campaign" look="primary" busy={save.isPending}>
            {t(campaign ? 'action.save' : 'action.create')}
          </Button>
        </>
      }
    >
      <form id="campaign" className="form" onSubmit={send}>
        <TextField
          name="name"
          label={t('campaigns.name')}
          defaultValue={campaign?.name}
          maxLength={200}
          required
          autoFocus
        />
        <TextField
          name="keywords"
          label={t('campaigns.keywords')}
          hint={t('campaigns.keywordsHint')}
          defaultValue={monitoring?.keywords.join(', ')}
          required
        />
        <div className="form-row">
          <Select name="period" label={t('campaigns.period')} defaultValue={monitoring?.periodDays ?? 90}>
            {periods.map((days) => (
              <option key={days} value={days}>
                {t('campaigns.days', { count: days })}
              </option>
            ))}
          </Select>
          <Select name="locale" label={t('campaigns.locale')} defaultValue={locale}>
            {[...new Set([...locales, locale])].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </div>
        <TextField
          name="minMatchScore"
          type="number"
          min={0}
          max={100}
          label={t('campaigns.minMatchScore')}
          hint={t('campaigns.minMatchScoreHint')}
          defaultValue={monitoring?.minMatchScore ?? 70}
          required
        />
        <Checkbox
          name="googleNews"
          label={t('campaigns.googleNews')}
          defaultChecked={monitoring?.sources.googleNews ?? true}
        />
        <TextArea
          name="feeds"
          label={t('campaigns.feeds')}
          hint={t('campaigns.feedsHint')}
          defaultValue={monitoring?.sources.rssFeeds.join('\n')}
        />
        <Checkbox
          name="enabled"
          label={t('campaigns.enabled')}
          defaultChecked={monitoring?.enabled ?? true}
        />
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
