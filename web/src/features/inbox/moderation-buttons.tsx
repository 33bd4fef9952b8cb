import { Eye, EyeOff, Heart, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProviderNames } from '../../ui/provider-icon.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Interaction } from './operations.ts';
import { PrivateReplyButton } from './private-reply.tsx';
import { useModeration } from './use-moderation.ts';

/** What the platform lets be done with an interaction besides answering it; nothing else is offered (CM-20). */
export function ModerationButtons({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { hide, like } = useModeration(interaction);
  const { isHidden, isLiked = false, capabilities } = interaction;
  return (
    <>
      {capabilities.like && (
        <IconButton
          icon={Heart}
          label={t(isLiked ? 'interaction.unlike' : 'interaction.like')}
          aria-pressed={isLiked}
          busy={like.isPending}
          onClick={() => like.mutate(!isLiked)}
        />
      )}
      {capabilities.hide && (
        <IconButton
          icon={isHidden ? Eye : EyeOff}
          label={t(isHidden ? 'interaction.unhide' : 'interaction.hide')}
          busy={hide.isPending}
          onClick={() =>
            hide.mutate(!isHidden, {
              onSuccess: () =>
                toast({ tone: 'done', text: t(isHidden ? 'interaction.unhidden' : 'interaction.hidden') }),
            })
          }
        />
      )}
      <PrivateReplyButton interaction={interaction} />
      {(capabilities.deleteOthers || interaction.isFromOwner) && <DeleteButton interaction={interaction} />}
    </>
  );
}

function DeleteButton({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const provider = ProviderNames[interaction.provider];
  const { remove } = useModeration(interaction, () =>
    toast({ tone: 'done', text: t('interaction.deleted', { provider }) }),
  );
  return (
    <>
      <IconButton
        icon={Trash2}
        label={t('interaction.delete')}
        busy={remove.isPending}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <ConfirmDialog
          title={t('interaction.deleteTitle', { provider })}
          text={t('interaction.deleteText')}
          confirm={t('interaction.delete')}
          onClose={() => setAsking(false)}
          onConfirm={() => remove.mutate()}
        />
      )}
    </>
  );
}
