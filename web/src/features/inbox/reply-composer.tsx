import { SendHorizontal, Sparkles } from 'lucide-react';
import { type FormEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { flagsOf, type Interaction } from './operations.ts';
import { SuggestionNotes } from './suggestion-notes.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { useReply } from './use-interaction.ts';
import { useSuggestion } from './use-suggestion.ts';

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

/** What needs a careful hand is answered in a person's own words (CM-16). */
function isSuggestible(interaction: Interaction): boolean {
  return !flagsOf(interaction).some((flag) => flag === 'medical' || flag === 'escalation');
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
  const suggestion = useSuggestion(interaction);
  const reply = useReply(interaction, (answer) => {
    setText('');
    suggestion.reset();
    toast({ tone: 'done', text: t(answer.reply ? 'interaction.sent' : 'interaction.sending') });
  });
  // What a person has written is theirs: a proposal only takes the place of an earlier one.
  const maySuggest = text === '' || text === suggestion.data?.text;
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
      <SuggestionNotes suggestion={suggestion} />
      <div className="composer-foot">
        {isSuggestible(interaction) && (
          <Button
            icon={Sparkles}
            busy={suggestion.isPending}
            disabled={!maySuggest}
            title={maySuggest ? undefined : t('interaction.suggestKeeps')}
            onClick={() =>
              suggestion.mutate(undefined, {
                onSuccess: (found) => setText((written) => (written === text ? found.text : written)),
              })
            }
          >
            {t('interaction.suggest')}
          </Button>
        )}
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
