import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Interaction } from './operations.ts';
import { TemplateMenu } from './template-menu.tsx';
import { useReply } from './use-interaction.ts';

const LongestReply = 2_000;

interface ReplyComposerProps {
  interaction: Interaction;
  ref: Ref<HTMLTextAreaElement>;
}

/** Why nothing can be written here, if so: one comment gets at most one reply (CM-17). */
function obstacleOf({
  isFromOwner,
  status,
  reply,
  kind,
}: Interaction): 'replied' | 'deleted' | 'owner' | undefined {
  if (isFromOwner) return 'owner';
  if (status === 'deleted') return 'deleted';
  return reply && kind !== 'direct_message' ? 'replied' : undefined;
}

export function ReplyComposer({ interaction, ref }: ReplyComposerProps) {
  const { t } = useTranslation();
  const obstacle = obstacleOf(interaction);
  if (obstacle) return <p className="composer-obstacle">{t(`interaction.noReply.${obstacle}`)}</p>;
  return <Composer interaction={interaction} ref={ref} />;
}

function Composer({ interaction, ref }: ReplyComposerProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const [text, setText] = useState('');
  const reply = useReply(interaction, (answer) => {
    setText('');
    toast({ tone: 'done', text: t(answer.reply ? 'interaction.sent' : 'interaction.sending') });
  });
  const isReady = text.trim().length > 0;

  function send(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !reply.isPending) reply.mutate(text.trim());
  }

  return (
    <form
      className="composer"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      <TextArea
        ref={ref}
        label={t('interaction.replyTo', { name: interaction.author.name })}
        placeholder={t('interaction.replyPlaceholder')}
        hint={interaction.pendingReply ? t('interaction.noReply.scheduled') : undefined}
        maxLength={LongestReply}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="composer-foot">
        <TemplateMenu interaction={interaction} onInsert={setText} />
        <span className="composer-count figures">
          {text.length > 0 && `${text.length} / ${LongestReply}`}
        </span>
        <Button type="submit" look="primary" icon={SendHorizontal} busy={reply.isPending} disabled={!isReady}>
          {t('interaction.send')}
        </Button>
      </div>
    </form>
  );
}
