import { Radar, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Campaign } from './operations.ts';
import { useCheckTracker, useTracker } from './queries.ts';

const figures = ['articlesFound', 'autoConfirmed', 'manuallyAdded', 'markedAsSpam'] as const;

export function CampaignCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const { name, monitoringConfig, trackerId, trackerProblem, campaignId } = campaign;
  return (
    <article className="card article">
      <div className="article-head">
        <h2>
          <Link to={`/press/campaigns/${campaignId}`}>{name}</Link>
        </h2>
        {monitoringConfig ? (
          <p className="keywords">
            {monitoringConfig.keywords.map((keyword) => (
              <Badge key={keyword}>{keyword}</Badge>
            ))}
          </p>
        ) : (
          <p className="article-meta">{t('campaigns.noMonitoring')}</p>
        )}
        {trackerProblem && <p className="article-problem">{trackerProblem}</p>}
      </div>
      <div className="article-side">
        <span className="article-buttons">
          {trackerId && <CheckButton campaign={campaign} />}
          <Link
            className="button"
            data-look="secondary"
            data-size="small"
            to={`/press/suggestions?campaign=${campaignId}`}
          >
            <Radar size={15} aria-hidden="true" />
            {t('campaigns.showSuggestions')}
          </Link>
        </span>
      </div>
      {trackerId && <TrackerFigures trackerId={trackerId} />}
    </article>
  );
}

function CheckButton({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const toast = useToast();
  const check = useCheckTracker(campaign);
  const { name } = campaign;
  if (!useMay('agent')) return null;
  return (
    <Button
      size="small"
      icon={RotateCw}
      busy={check.isPending}
      onClick={() =>
        check.mutate(undefined, {
          onSuccess: ({ feeds: count }) =>
            toast({
              tone: count > 0 ? 'done' : 'info',
              text: count > 0 ? t('campaigns.crawlStarted', { name, count }) : t('campaigns.crawlNothing'),
            }),
        })
      }
    >
      {t('campaigns.crawl')}
    </Button>
  );
}

function TrackerFigures({ trackerId }: { trackerId: string }) {
  const { t, i18n } = useTranslation();
  const { data: tracker } = useTracker(trackerId);
  if (!tracker) return null;
  return (
    <div className="tracker">
      <dl className="totals">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`campaigns.totals.${figure}`)}</dt>
            <dd>{tracker.totals[figure]}</dd>
          </div>
        ))}
      </dl>
      <p className="article-meta">
        <Badge tone={tracker.status === 'active' ? 'green' : 'grey'}>
          {t(`campaigns.trackerStatus.${tracker.status}`)}
        </Badge>
        <span>{t('campaigns.until', { date: formatDate(tracker.endsAt, i18n.language) })}</span>
        <span>· {t('campaigns.channels', { count: tracker.channels.length })}</span>
        {tracker.lastCrawlAt && (
          <span>
            · {t('campaigns.lastCrawl')} <TimeText at={tracker.lastCrawlAt} />
          </span>
        )}
      </p>
    </div>
  );
}
