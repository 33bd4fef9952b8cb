import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReasonText } from '../../lib/reason-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { InteractionBadges } from './interaction-badges.tsx';
import type { InteractionSummary } from './operations.ts';

interface InteractionRowProps {
  interaction: InteractionSummary;
  /** With the filters, so that opening keeps the list as it is. */
  to: string;
  isOpen: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

export function InteractionRow({ interaction, to, isOpen, ref }: InteractionRowProps) {
  const { t } = useTranslation();
  const reason = useReasonText();
  const { authorName, preview, provider, commentedAt, isRead, manualCode, status } = interaction;
  return (
    <Link
      ref={ref}
      to={to}
      className="interaction-row"
      aria-current={isOpen ? 'true' : undefined}
      data-unread={!isRead}
      data-id={interaction.interactionId}
    >
      <Avatar name={authorName} provider={provider} />
      <span className="interaction-row-text">
        <span className="interaction-row-head">
          <strong>{authorName}</strong>
          {!isRead && <span className="interaction-row-dot" title={t('inbox.unread')} />}
          <TimeText at={commentedAt} />
        </span>
        <span className="interaction-row-preview">{preview}</span>
        <InteractionBadges {...interaction} />
        {status === 'manual' && manualCode && (
          <span className="interaction-row-reason">{reason(manualCode)}</span>
        )}
        {!isRead && <span className="visually-hidden">{t('inbox.unread')}</span>}
      </span>
    </Link>
  );
}
