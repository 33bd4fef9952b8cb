import { Ban, Check, Copy, ExternalLink, ShieldBan, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hostOf } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ConfidenceBadge } from './confidence-badge.tsx';
import type { Suggestion } from './operations.ts';
import { useSuggestionActions } from './queries.ts';
import { SourceList } from './source-list.tsx';
import { SpamDialog } from './spam-dialog.tsx';

const tones: Record<Suggestion['status'], Tone> = {
  pending: 'signal',
  confirmed: 'green',
  auto_confirmed: 'green',
  spam: 'grey',
};

interface SuggestionCardProps {
  suggestion: Suggestion;
  campaignName: string | undefined;
}

export function SuggestionCard({ suggestion, campaignName }: SuggestionCardProps) {
  const { t } = useTranslation();
  const mayDecide = useMay('agent');
  const { title, articleUrl, excerpt, status, foundAt, confidence, syndicationGroupId } = suggestion;
  const outlet = suggestion.sources.find((source) => source.outlet)?.outlet ?? hostOf(articleUrl);
  return (
    <article className="card article" data-decided={status !== 'pending'}>
      <div className="article-head">
        <p className="article-meta">
          <strong>{outlet}</strong>
          {campaignName && <span>· {campaignName}</span>}
          <span>
            · {t('suggestions.found')} <TimeText at={foundAt} />
          </span>
        </p>
        <h2>
          <a href={articleUrl} target="_blank" rel="noreferrer">
            {title}
            <ExternalLink size={14} aria-hidden="true" />
          </a>
        </h2>
        {excerpt && <p className="article-excerpt">{excerpt}</p>}
      </div>
      <div className="article-side">
        <ConfidenceBadge confidence={confidence} />
        {syndicationGroupId && (
          <Link className="article-meta" to={`/press/suggestions?copies=${syndicationGroupId}`}>
            <Copy size={14} aria-hidden="true" />
            {t('suggestions.copies')}
          </Link>
        )}
        {status !== 'pending' && (
          <Badge tone={tones[status]} icon={status === 'auto_confirmed' ? Sparkles : undefined}>
            {t(`suggestions.statuses.${status}`)}
          </Badge>
        )}
        {mayDecide && status === 'pending' && <Decision suggestion={suggestion} />}
      </div>
      <SourceList suggestion={suggestion} />
    </article>
  );
}

function Decision({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { confirm, markSpam } = useSuggestionActions(suggestion, ({ title, status }) =>
    toast({
      tone: 'done',
      text: t(status === 'spam' ? 'suggestions.marked' : 'suggestions.confirmed', { title }),
    }),
  );
  return (
    <div className="article-buttons">
      <Button
        size="small"
        look="primary"
        icon={Check}
        busy={confirm.isPending}
        onClick={() => confirm.mutate()}
      >
        {t('suggestions.confirm')}
      </Button>
      <Button size="small" icon={Ban} busy={markSpam.isPending} onClick={() => markSpam.mutate({})}>
        {t('suggestions.spam')}
      </Button>
      <IconButton size="small" icon={ShieldBan} label={t('spam.markTitle')} onClick={() => setAsking(true)} />
      {asking && (
        <SpamDialog
          title={suggestion.title}
          onMark={(future) => markSpam.mutate(future)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
