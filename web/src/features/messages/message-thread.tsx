import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { absoluteTime } from '../../lib/format.ts';
import { useMemberNames } from '../../lib/members.ts';
import { Button } from '../../ui/button.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Message } from './operations.ts';
import { useMessages } from './queries.ts';

const attachmentKinds = ['image', 'video', 'audio', 'file', 'story_mention'] as const;

/** Both sides, the newest at the bottom, where people write. */
export function MessageThread({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { items, error, refetch, more } = useMessages(conversationId);
  if (error && !items) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!items) return <SkeletonList rows={4} />;
  return (
    <div className="thread-messages">
      <ol aria-label={t('messages.conversation')}>
        {items.toReversed().map((message) => (
          <li key={message.messageId} className="thread-message" data-own={message.isFromOwner}>
            <MessageBubble message={message} />
          </li>
        ))}
      </ol>
      {more.hasMore && (
        <div className="thread-earlier">
          <Button size="small" busy={more.loading} onClick={more.onLoad}>
            {t('messages.earlier')}
          </Button>
        </div>
      )}
    </div>
  );
}

function MessageBubble({ message }: { message: Message }) {
  const { t } = useTranslation();
  const senderText = useSenderText();
  const { messageId, kind, text, sentAt, status } = message;
  return (
    <blockquote className="message">
      {kind === 'story_mention' && <p className="message-kind">{t('inbox.kinds.story_mention')}</p>}
      {text && <p>{text}</p>}
      <Attachments message={message} />
      <footer>
        {[senderText(message), status === 'deleted' && t('inbox.status.deleted')].filter(Boolean).join(' · ')}{' '}
        <Link to={`/inbox/${messageId}`} title={t('messages.details')}>
          <TimeText at={sentAt} />
          <span className="visually-hidden">{t('messages.details')}</span>
        </Link>
      </footer>
    </blockquote>
  );
}

function Attachments({ message: { attachments, attachmentsExpireAt } }: { message: Message }) {
  const { t, i18n } = useTranslation();
  const kindText = useKindText();
  if (attachments.length === 0) return null;
  return (
    <ul className="message-attachments">
      {attachments.map(({ kind, url }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no identity and never move.
        <li key={index}>
          <Paperclip size={14} aria-hidden="true" />
          {url ? (
            <a href={url} target="_blank" rel="noreferrer">
              {kindText(kind)}
            </a>
          ) : (
            t('messages.attachmentGone', { kind: kindText(kind) })
          )}
        </li>
      ))}
      {attachmentsExpireAt && (
        <li>{t('messages.expires', { date: absoluteTime(attachmentsExpireAt, i18n.language) })}</li>
      )}
    </ul>
  );
}

/** What platforms call the kinds of attachments, in words where there are some. */
function useKindText(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = attachmentKinds.find((one) => one === kind);
    return known ? t(`messages.attachments.${known}`) : t('messages.attachment', { kind });
  };
}

/** Who wrote a message of the account's own; nothing for what the person wrote. */
function useSenderText(): (message: Message) => string | undefined {
  const { t } = useTranslation();
  const { data: names } = useMemberNames();
  return ({ isFromOwner, sentBy }) => {
    if (!isFromOwner) return undefined;
    if (sentBy === null) return t('messages.onPlatform');
    if (sentBy.kind === 'automation') return t('interaction.byAutomation');
    return names?.get(sentBy.memberId) ?? t('interaction.byPerson');
  };
}
