import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { linesOf, wordsOf } from './lists.ts';
import type { Publication } from './operations.ts';
import { useSavePublication } from './publication-queries.ts';

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

interface PublicationDialogProps {
  /** The one to change; a new one without it. */
  publication?: Publication;
  onClose(): void;
}

export function PublicationDialog({ publication, onClose }: PublicationDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const save = useSavePublication(publication);
  const monitoring = publication?.monitoringConfig;

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    save.mutate(
      {
        title: text('title'),
        type: types.find((type) => type === text('type')) ?? 'online',
        monitoringConfig: {
          enabled: values.has('enabled'),
          websiteUrl: text('website') || null,
          rssFeedUrls: linesOf(text('feeds')),
          keywords: wordsOf(text('keywords')),
          checkFrequency: text('frequency') === 'twice_daily' ? 'twice_daily' : 'daily',
        },
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={
        publication ? t('publications.editTitle', { name: publication.title }) : t('publications.create')
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="publication" look="primary" busy={save.isPending}>
            {t(publication ? 'action.save' : 'action.create')}
          </Button>
        </>
      }
    >
      <form id="publication" className="form" onSubmit={send}>
        <TextField
          name="title"
          label={t('publications.name')}
          defaultValue={publication?.title}
          maxLength={200}
          required
          autoFocus
        />
        <div className="form-row">
          <Select name="type" label={t('publications.type')} defaultValue={publication?.type}>
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`publications.types.${type}`)}
              </option>
            ))}
          </Select>
          <Select
            name="frequency"
            label={t('publications.checked')}
            defaultValue={monitoring?.checkFrequency}
          >
            <option value="daily">{t('publications.frequency.daily')}</option>
            <option value="twice_daily">{t('publications.frequency.twice_daily')}</option>
          </Select>
        </div>
        <TextField
          name="website"
          type="url"
          label={t('publications.website')}
          placeholder="https://"
          defaultValue={monitoring?.websiteUrl ?? ''}
        />
        <TextArea
          name="feeds"
          label={t('campaigns.feeds')}
          hint={t('publications.feedsHint')}
          defaultValue={monitoring?.rssFeedUrls.join('\n')}
        />
        <TextField
          name="keywords"
          label={t('publications.keywords')}
          hint={t('publications.keywordsHint')}
          defaultValue={monitoring?.keywords.join(', ')}
        />
        <Checkbox
          name="enabled"
          label={t('publications.enabled')}
          defaultChecked={monitoring?.enabled ?? true}
        />
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
