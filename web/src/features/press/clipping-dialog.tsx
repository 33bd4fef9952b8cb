import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import type { Campaign, Clipping } from './operations.ts';
import { useEnterClipping } from './queries.ts';

const outletTypes: readonly Clipping['outletType'][] = ['print', 'online', 'radio', 'tv', 'podcast'];
const sentiments: readonly Clipping['sentiment'][] = ['neutral', 'positive', 'negative'];

interface ClippingDialogProps {
  campaigns: readonly Campaign[];
  onClose(): void;
}

/** Coverage that no feed reports, print above all. */
export function ClippingDialog({ campaigns, onClose }: ClippingDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const enter = useEnterClipping();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    enter.mutate(entryOf(new FormData(event.currentTarget)), { onSuccess: onClose });
  }

  return (
    <Dialog
      title={t('clippings.enter')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="clipping" look="primary" busy={enter.isPending}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <form id="clipping" className="form" onSubmit={send}>
        <TextField name="title" label={t('clippings.headline')} maxLength={300} required autoFocus />
        <div className="form-row">
          <Select name="campaign" label={t('press.campaign')} required>
            {campaigns.map(({ campaignId, name }) => (
              <option key={campaignId} value={campaignId}>
                {name}
              </option>
            ))}
          </Select>
          <TextField name="publishedAt" type="date" label={t('clippings.published')} />
        </div>
        <div className="form-row">
          <TextField name="outlet" label={t('clippings.outlet')} maxLength={200} required />
          <Select name="outletType" label={t('coverage.media')}>
            {outletTypes.map((type) => (
              <option key={type} value={type}>
                {t(`clippings.outletTypes.${type}`)}
              </option>
            ))}
          </Select>
          <Select name="sentiment" label={t('coverage.tone')}>
            {sentiments.map((sentiment) => (
              <option key={sentiment} value={sentiment}>
                {t(`inbox.sentiments.${sentiment}`)}
              </option>
            ))}
          </Select>
        </div>
        <TextField name="url" type="url" label={t('clippings.address')} placeholder="https://" />
        <TextArea name="excerpt" label={t('clippings.excerpt')} maxLength={2_000} />
        {enter.error && <FormError>{errorText(enter.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}

function entryOf(values: FormData) {
  const text = (name: string) => String(values.get(name) ?? '').trim();
  const day = text('publishedAt');
  return {
    campaignId: text('campaign'),
    title: text('title'),
    outlet: text('outlet'),
    outletType: outletTypes.find((type) => type === text('outletType')) ?? 'print',
    sentiment: sentiments.find((sentiment) => sentiment === text('sentiment')) ?? 'neutral',
    url: text('url') || null,
    excerpt: text('excerpt'),
    // Noon, so that no time zone makes another day of it.
    publishedAt: day ? `${day}T12:00:00.000Z` : null,
  };
}
