import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Conversation } from './operations.ts';

interface ConversationRowProps {
  conversation: Conversation;
  to: string;
  isOpen: boolean;
}

export function ConversationRow({ conversation, to, isOpen }: ConversationRowProps) {
  const { t } = useTranslation();
  const { participant, provider, preview, lastMessageAt, isLastFromOwner } = conversation;
  return (
    <Link className="conversation-row" to={to} aria-current={isOpen ? 'true' : undefined}>
      <Avatar name={participant.name} provider={provider} />
      <span className="conversation-row-text">
        <span className="conversation-row-head">
          <strong>{participant.name}</strong>
          <TimeText at={lastMessageAt} />
        </span>
        <span className="conversation-row-preview">
          {isLastFromOwner && `${t('messages.you')} `}
          {preview}
        </span>
        {!isLastFromOwner && (
          <span>
            <Badge tone="signal">{t('messages.unanswered')}</Badge>
          </span>
        )}
      </span>
    </Link>
  );
}
