import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useSaveClipping } from './clipping-queries.ts';
import type { Campaign, Clipping } from './operations.ts';

const outletTypes: readonly Clipping['outletType'][] = ['print', 'online', 'radio', 'tv', 'podcast'];
const sentiments: readonly Clipping['sentiment'][] = ['neutral', 'positive', 'negative'];

interface ClippingDialogProps {
  /** The one to correct; a new one without it. */
  clipping?: Clipping;
  /** To choose from, for a new one. */
  campaigns?: readonly Campaign[];
  onClose(): void;
}

/** Enters coverage that no feed reports, print above all, or corrects what is there. */
export function ClippingDialog({ clipping, campaigns = [], onClose }: ClippingDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const save = useSaveClipping(clipping);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    save.mutate(entryOf(new FormData(event.currentTarget), clipping), { onSuccess: onClose });
  }

  return (
    <Dialog
      title={t(clipping ? 'clippings.correct' : 'clippings.enter')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="clipping" look="primary" busy={save.isPending}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <form id="clipping" className="form" onSubmit={send}>
        <TextField
          name="title"
          label={t('clippings.headline')}
          defaultValue={clipping?.title}
          maxLength={300}
          required
          autoFocus
        />
        <div className="form-row">
          {!clipping && (
            <Select name="campaign" label={t('press.campaign')} required>
              {campaigns.map(({ campaignId, name }) => (
                <option key={campaignId} value={campaignId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <TextField
            name="publishedAt"
            type="date"
            label={t('clippings.published')}
            defaultValue={dayOf(clipping)}
          />
        </div>
        <div className="form-row">
          <TextField
            name="outlet"
            label={t('clippings.outlet')}
            defaultValue={clipping?.outlet}
            maxLength={200}
            required
          />
          <Select name="outletType" label={t('coverage.media')} defaultValue={clipping?.outletType}>
            {outletTypes.map((type) => (
              <option key={type} value={type}>
                {t(`clippings.outletTypes.${type}`)}
              </option>
            ))}
          </Select>
          <Select name="sentiment" label={t('coverage.tone')} defaultValue={clipping?.sentiment}>
            {sentiments.map((sentiment) => (
              <option key={sentiment} value={sentiment}>
                {t(`inbox.sentiments.${sentiment}`)}
              </option>
            ))}
          </Select>
        </div>
        <TextField
          name="url"
          type="url"
          label={t('clippings.address')}
          placeholder="https://"
          defaultValue={clipping?.url ?? ''}
        />
        <TextArea
          name="excerpt"
          label={t('clippings.excerpt')}
          defaultValue={clipping?.excerpt}
          maxLength={2_000}
        />
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}

const dayOf = (clipping: Clipping | undefined) => clipping?.publishedAt?.slice(0, 10) ?? '';

function entryOf(values: FormData, clipping: Clipping | undefined) {
  const text = (name: string) => String(values.get(name) ?? '').trim();
  const day = text('publishedAt');
  // Noon, so that no time zone makes another day of it; a day that stays keeps its time.
  const entered = day ? `${day}T12:00:00.000Z` : null;
  return {
    campaignId: clipping?.campaignId ?? text('campaign'),
    title: text('title'),
    outlet: text('outlet'),
    outletType: outletTypes.find((type) => type === text('outletType')) ?? 'print',
    sentiment: sentiments.find((sentiment) => sentiment === text('sentiment')) ?? 'neutral',
    url: text('url') || null,
    excerpt: text('excerpt'),
    publishedAt: clipping && day === dayOf(clipping) ? clipping.publishedAt : entered,
  };
}
