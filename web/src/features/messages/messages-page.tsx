import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { useConversations } from './queries.ts';
import './messages.css';

/** Direct messages by person: the list beside the one that is open. */
export function MessagesPage() {
  const { t } = useTranslation();
  const { conversationId } = useParams();
  const [search, setSearch] = useSearchParams();
  const onlyUnanswered = search.has('unanswered');
  const pages = useConversations(onlyUnanswered);
  useDocumentTitle(t('messages.title'));
  return (
    <div className="messages" data-open={conversationId !== undefined}>
      <section className="messages-list">
        <header>
          <h1>{t('messages.title')}</h1>
          <Switch
            label={t('messages.onlyUnanswered')}
            showLabel
            checked={onlyUnanswered}
            onChange={(on) => setSearch(on ? { unanswered: '' } : {}, { replace: true })}
          />
        </header>
        <div className="messages-rows">
          <PageList
            pages={pages}
            className="messages-conversations"
            keyOf={(conversation) => conversation.conversationId}
            render={(conversation) => (
              <ConversationRow
                conversation={conversation}
                to={`/messages/${conversation.conversationId}${search.size > 0 ? `?${search}` : ''}`}
                isOpen={conversation.conversationId === conversationId}
              />
            )}
            empty={
              <EmptyState icon={MessageCircle} title={t('messages.emptyTitle')}>
                {t(onlyUnanswered ? 'messages.noneUnanswered' : 'messages.empty')}
              </EmptyState>
            }
          />
        </div>
      </section>
      <section className="messages-detail" aria-label={t('messages.conversation')}>
        {conversationId ? (
          <ConversationPane key={conversationId} conversationId={conversationId} />
        ) : (
          <EmptyState icon={MessageCircle} title={t('messages.chooseTitle')}>
            {t('messages.choose')}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
