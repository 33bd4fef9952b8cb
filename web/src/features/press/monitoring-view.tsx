import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDate, hostOf } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useReactivateChannel } from './campaign-queries.ts';
import type { Channel, Tracker } from './operations.ts';
import { useTracker } from './queries.ts';

const healthTones: Record<NonNullable<Channel['feed']>['health'], Tone> = {
  new: 'grey',
  healthy: 'green',
  slow: 'amber',
  moved: 'blue',
  failing: 'red',
  blocked: 'red',
  gone: 'red',
};

/** Where Earshot looks for a campaign's coverage, and how each place does. */
export function MonitoringView({ trackerId }: { trackerId: string }) {
  const { t, i18n } = useTranslation();
  const { data: tracker, error, refetch } = useTracker(trackerId);
  if (!tracker)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={5} />;
  const { status, endsAt, lastCrawlAt, nextCrawlAt, totals, channels } = tracker;
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t('coverage.status'),
            value: t(`campaigns.trackerStatus.${status}`),
            note: t('campaigns.until', { date: formatDate(endsAt, i18n.language) }),
          },
          { label: t('campaigns.totals.articlesFound'), value: totals.articlesFound },
          {
            label: t('coverage.lastCrawl'),
            value: lastCrawlAt ? <TimeText at={lastCrawlAt} /> : t('coverage.never'),
          },
          { label: t('coverage.nextCrawl'), value: nextCrawlAt ? <TimeText at={nextCrawlAt} /> : '–' },
        ]}
      />
      <section className="card channel-list">
        <h2>{t('coverage.channels')}</h2>
        {channels.length === 0 && <p>{t('coverage.noChannels')}</p>}
        <ul>
          {channels.map((channel) => (
            <ChannelRow key={channel.channelId} channel={channel} trackerId={trackerId} />
          ))}
        </ul>
      </section>
      <SkippedRecipients tracker={tracker} />
    </>
  );
}

function ChannelRow({ channel, trackerId }: { channel: Channel; trackerId: string }) {
  const { t } = useTranslation();
  const mayReactivate = useMay('agent');
  const reactivate = useReactivateChannel(trackerId);
  const { channelId, sourceType, sourceName, feedUrl, isActive, isFound, articlesFound, feed } = channel;
  return (
    <li>
      <div>
        <strong>
          {sourceType === 'google_news' ? t('suggestions.googleNews') : sourceName || hostOf(feedUrl)}
        </strong>
        <small>{feedUrl}</small>
        {feed?.lastError && <small className="article-problem">{feed.lastError}</small>}
      </div>
      <span className="channel-state">
        {feed && <Badge tone={healthTones[feed.health]}>{t(`coverage.health.${feed.health}`)}</Badge>}
        {isFound && <Badge tone="accent">{t('coverage.found')}</Badge>}
        {!isActive && !isFound && <Badge>{t('coverage.resting')}</Badge>}
        <span>{t('publications.articles', { count: articlesFound })}</span>
        {mayReactivate && isFound && !isActive && (
          <Button
            size="small"
            icon={RotateCcw}
            busy={reactivate.isPending}
            onClick={() => reactivate.mutate(channelId)}
          >
            {t('coverage.reactivate')}
          </Button>
        )}
      </span>
    </li>
  );
}

function SkippedRecipients({ tracker: { skippedRecipients } }: { tracker: Tracker }) {
  const { t } = useTranslation();
  if (skippedRecipients.length === 0) return null;
  return (
    <section className="card channel-list">
      <h2>{t('coverage.skipped')}</h2>
      <ul>
        {skippedRecipients.map(({ contactId, name, reason }) => (
          <li key={contactId}>
            <strong>{name}</strong>
            <span>{t(`coverage.skippedReasons.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
