import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAccounts } from '../../lib/accounts.ts';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useMay } from '../../lib/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ProviderNames } from '../../ui/provider-icon.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { MessageComposer } from './message-composer.tsx';
import { MessageThread } from './message-thread.tsx';
import type { Conversation } from './operations.ts';
import { useConversation } from './queries.ts';

export function ConversationPane({ conversationId }: { conversationId: string }) {
  const { data: conversation, error, refetch } = useConversation(conversationId);
  if (conversation) return <Opened conversation={conversation} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonList rows={3} tall />;
}

function Opened({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const mayWrite = useMay('agent');
  const { data: accounts = [] } = useAccounts();
  const { conversationId, participant, provider, accountId } = conversation;
  const account = accounts.find((one) => one.accountId === accountId)?.name;
  useDocumentTitle(participant.name);
  return (
    <article className="thread">
      <header>
        <Link className="button button-icon thread-back" data-look="quiet" to={`/messages${search}`}>
          <ArrowLeft size={18} aria-hidden="true" />
          <span className="visually-hidden">{t('interaction.back')}</span>
        </Link>
        <Avatar name={participant.name} provider={provider} size={44} />
        <div>
          <h2>{participant.name}</h2>
          <p className="thread-account">{[ProviderNames[provider], account].filter(Boolean).join(' · ')}</p>
        </div>
      </header>
      <MessageThread conversationId={conversationId} />
      {mayWrite && <MessageComposer conversation={conversation} />}
    </article>
  );
}
