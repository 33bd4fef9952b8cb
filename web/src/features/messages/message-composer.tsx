import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { absoluteTime } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import type { Conversation } from './operations.ts';
import { useSendMessage } from './queries.ts';

const LongestMessage = 2_000;

/** The platform takes a message only for a while after the person last wrote. */
export function MessageComposer({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const { writableUntil } = conversation;
  const [openedAt] = useState(() => Date.now());
  if (writableUntil === null) return <p className="thread-closed">{t('messages.neverWrote')}</p>;
  if (Date.parse(writableUntil) < openedAt) {
    const date = absoluteTime(writableUntil, i18n.language);
    return <p className="thread-closed">{t('messages.closed', { date })}</p>;
  }
  return <Composer conversation={conversation} until={writableUntil} />;
}

function Composer({ conversation, until }: { conversation: Conversation; until: string }) {
  const { t, i18n } = useTranslation();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const send = useSendMessage(conversation.conversationId);
  const isReady = text.trim().length > 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !send.isPending) send.mutate(text.trim(), { onSuccess: () => setText('') });
  }

  return (
    <form
      className="thread-composer"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <TextArea
        label={t('messages.writeTo', { name: conversation.participant.name })}
        hint={t('messages.until', { date: absoluteTime(until, i18n.language) })}
        maxLength={LongestMessage}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {send.error && <FormError>{errorText(send.error).advice}</FormError>}
      <div>
        <Button type="submit" look="primary" icon={SendHorizontal} busy={send.isPending} disabled={!isReady}>
          {t('messages.send')}
        </Button>
      </div>
    </form>
  );
}
