import { Clock3, MessageSquareLock, UserRound, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../lib/format.ts';
import { useReasonText } from '../../lib/reason-text.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { ContentCard } from './content-card.tsx';
import type { Interaction } from './operations.ts';

/** What was published, what was said about it, and what was or will be answered, in that order. */
export function Conversation({ interaction }: { interaction: Interaction }) {
  return (
    <div className="conversation">
      <ContentCard interaction={interaction} />
      <blockquote className="bubble" lang={interaction.analysis?.language}>
        <p>{interaction.text}</p>
        <AnalysisLine interaction={interaction} />
      </blockquote>
      <Answer interaction={interaction} />
      <PrivateAnswer interaction={interaction} />
    </div>
  );
}

function AnalysisLine({ interaction: { analysis, editedAt } }: { interaction: Interaction }) {
  const { t, i18n } = useTranslation();
  if (!analysis && !editedAt) return null;
  const parts = analysis
    ? [
        t('interaction.confidence', { percent: Math.round(analysis.confidence) }),
        languageName(analysis.language, i18n.language),
        ...analysis.topics,
      ]
    : [];
  if (editedAt) parts.unshift(t('interaction.edited'));
  return <footer>{parts.join(' · ')}</footer>;
}

function Answer({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation();
  const reason = useReasonText();
  const { reply, pendingReply, decision } = interaction;
  if (reply) {
    const isAutomatic = reply.repliedBy === 'automation';
    return (
      <blockquote className="bubble bubble-own">
        <p>{reply.text}</p>
        <footer>
          {isAutomatic ? <Zap size={13} aria-hidden="true" /> : <UserRound size={13} aria-hidden="true" />}
          {isAutomatic ? <RuleName name={decision?.ruleName ?? null} /> : t('interaction.byPerson')} ·{' '}
          <TimeText at={reply.repliedAt} />
        </footer>
      </blockquote>
    );
  }
  if (!pendingReply) return null;
  return (
    <blockquote className="bubble bubble-own bubble-waiting">
      <p>{pendingReply.text}</p>
      <footer>
        <Clock3 size={13} aria-hidden="true" />
        {pendingReply.state === 'uncertain' ? (
          t('interaction.uncertain')
        ) : (
          <>
            {t('interaction.scheduled')} <TimeText at={pendingReply.nextAt} />
          </>
        )}
        {pendingReply.waitingFor && ` · ${reason(pendingReply.waitingFor)}`}
      </footer>
    </blockquote>
  );
}

function PrivateAnswer({ interaction: { privateReply } }: { interaction: Interaction }) {
  const { t } = useTranslation();
  if (!privateReply) return null;
  return (
    <blockquote className="bubble bubble-own">
      <p>{privateReply.text}</p>
      <footer>
        <MessageSquareLock size={13} aria-hidden="true" />
        {t(
          privateReply.externalId === null
            ? 'interaction.private.uncertain'
            : 'interaction.private.byMessage',
        )}{' '}
        · <TimeText at={privateReply.sentAt} />
      </footer>
    </blockquote>
  );
}

function RuleName({ name }: { name: string | null }) {
  const { t } = useTranslation();
  return <>{name ? t('interaction.byRule', { rule: name }) : t('interaction.byAutomation')}</>;
}
