import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { linesOf } from './lists.ts';
import type { Publication } from './operations.ts';
import { useCreatePublication } from './queries.ts';

const types: readonly Publication['type'][] = [
  'online',
  'newspaper',
  'magazine',
  'blog',
  'agency',
  'radio',
  'tv',
  'podcast',
  'other',
];

export function PublicationDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const create = useCreatePublication();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    create.mutate(
      {
        title: text('title'),
        type: types.find((type) => type === text('type')) ?? 'online',
        monitoringConfig: {
          enabled: true,
          websiteUrl: text('website') || null,
          rssFeedUrls: linesOf(text('feeds')),
          checkFrequency: text('frequency') === 'twice_daily' ? 'twice_daily' : 'daily',
        },
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={t('publications.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="publication" look="primary" busy={create.isPending}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="publication" className="form" onSubmit={send}>
        <TextField name="title" label={t('publications.name')} maxLength={200} required autoFocus />
        <div className="form-row">
          <Select name="type" label={t('publications.type')}>
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`publications.types.${type}`)}
              </option>
            ))}
          </Select>
          <Select name="frequency" label={t('publications.checked')}>
            <option value="daily">{t('publications.frequency.daily')}</option>
            <option value="twice_daily">{t('publications.frequency.twice_daily')}</option>
          </Select>
        </div>
        <TextField name="website" type="url" label={t('publications.website')} placeholder="https://" />
        <TextArea name="feeds" label={t('campaigns.feeds')} hint={t('campaigns.feedsHint')} required />
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
