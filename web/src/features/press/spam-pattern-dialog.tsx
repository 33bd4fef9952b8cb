import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Select, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import type { SpamPattern } from './operations.ts';
import { useCampaigns } from './queries.ts';
import { useCreateSpamPattern } from './spam-queries.ts';

const types: readonly SpamPattern['type'][] = [
  'url_domain',
  'keyword_title',
  'keyword_content',
  'outlet_name',
];

export function SpamPatternDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const create = useCreateSpamPattern();
  const { data: campaigns = [] } = useCampaigns();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    const campaignId = text('campaign') || null;
    create.mutate(
      {
        type: types.find((type) => type === text('type')) ?? 'url_domain',
        pattern: text('pattern'),
        isRegex: values.has('isRegex'),
        scope: campaignId ? 'campaign' : 'global',
        campaignId,
        description: text('description'),
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={t('spam.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="spam-pattern" look="primary" busy={create.isPending}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="spam-pattern" className="form" onSubmit={send}>
        <Select name="type" label={t('spam.type')}>
          {types.map((type) => (
            <option key={type} value={type}>
              {t(`spam.types.${type}`)}
            </option>
          ))}
        </Select>
        <TextField
          name="pattern"
          label={t('spam.pattern')}
          hint={t('spam.patternHint')}
          minLength={2}
          maxLength={200}
          required
          autoFocus
        />
        <Checkbox name="isRegex" label={t('spam.isRegex')} />
        <Select name="campaign" label={t('spam.scope')}>
          <option value="">{t('spam.everywhere')}</option>
          {campaigns.map(({ campaignId, name }) => (
            <option key={campaignId} value={campaignId}>
              {name}
            </option>
          ))}
        </Select>
        <TextField name="description" label={t('spam.description')} maxLength={500} />
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
