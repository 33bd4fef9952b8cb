import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import type { Flag, InteractionStatus, Sentiment } from './operations.ts';
import { answeredByRule, flagSigns, sentimentSigns, statusSigns } from './signs.ts';

interface InteractionBadgesProps {
  status: InteractionStatus;
  sentiment: Sentiment | null;
  flags: readonly Flag[];
  repliedBy: 'user' | 'automation' | null;
  isHidden: boolean;
}

export function InteractionBadges({ status, sentiment, flags, repliedBy, isHidden }: InteractionBadgesProps) {
  const { t } = useTranslation();
  const sign = repliedBy === 'automation' ? answeredByRule : statusSigns[status];
  return (
    <span className="interaction-badges">
      {status !== 'new' && (
        <Badge {...sign}>
          {status === 'replied' && repliedBy
            ? t(`inbox.repliedBy.${repliedBy}`)
            : t(`inbox.status.${status}`)}
        </Badge>
      )}
      {flags.map((flag) => (
        <Badge key={flag} {...flagSigns[flag]}>
          {t(`inbox.flags.${flag}`)}
        </Badge>
      ))}
      {sentiment && <Badge {...sentimentSigns[sentiment]}>{t(`inbox.sentiments.${sentiment}`)}</Badge>}
      {isHidden && <Badge icon={EyeOff}>{t('inbox.hidden')}</Badge>}
    </span>
  );
}
