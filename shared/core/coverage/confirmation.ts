import type { TrackerChannel } from '../campaigns/tracker.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { AutomationName, type Clipping } from './clipping.ts';
import type { CoverageChange } from './ports.ts';
import type { Suggestion } from './suggestion.ts';

export interface Confirmer {
  /** The member who confirms; null when the sources themselves do. */
  by: string | null;
  projectId: string | null;
  channels: readonly TrackerChannel[];
}

/**
 * PM-11: turns a change into the confirmation of its suggestion: one clipping, and the feeds that contributed
 * have found what they were watched for and rest. Google News stays active until the tracker ends.
 */
export function confirmation(
  change: CoverageChange,
  confirmer: Confirmer,
  newId: NewId,
  now: Instant,
): CoverageChange {
  if (!change.suggestion) return change;
  const { by, projectId, channels } = confirmer;
  const confirmed = change.suggestion.after;
  const clipping = clippingOf(confirmed, { clippingId: newId('clip'), by, projectId }, now);
  return {
    ...change,
    suggestion: {
      ...change.suggestion,
      after: {
        ...confirmed,
        ...(by === null
          ? { status: 'auto_confirmed', autoConfirmedAt: now }
          : { status: 'confirmed', reviewedBy: by, reviewedAt: now }),
        clippingId: clipping.clippingId,
      },
    },
    clipping: { created: clipping },
    totals: by === null ? { ...change.totals, autoConfirmed: 1 } : change.totals,
    channels: withFoundChannels(change.channels, confirmed, channels, now),
  };
}

function clippingOf(
  suggestion: Suggestion,
  { clippingId, by, projectId }: { clippingId: string; by: string | null; projectId: string | null },
  now: Instant,
): Clipping {
  const [first] = suggestion.sources;
  const named = suggestion.sources.find((source) => source.type === 'google_news');
  const publisher = suggestion.sources.find((source) => source.isPublisher);
  return {
    clippingId,
    campaignId: suggestion.campaignId,
    projectId,
    suggestionId: suggestion.suggestionId,
    title: suggestion.title,
    url: suggestion.articleUrl,
    excerpt: suggestion.excerpt,
    publishedAt: first?.publishedAt ?? suggestion.publishedAt,
    outlet: (publisher ?? named ?? first)?.outlet ?? '',
    outletType: 'online',
    publicationId: publisher?.publicationId ?? null,
    sentiment: 'neutral',
    detection: 'automated',
    detectedAt: now,
    createdBy: by ?? AutomationName,
    verifiedBy: by,
    verifiedAt: by === null ? null : now,
    evidence: suggestion.sources,
    version: 1,
  };
}

/** The feeds that contributed to coverage have found what they were watched for (PM-11). */
export function withFoundChannels(
  changes: CoverageChange['channels'],
  suggestion: Suggestion,
  channels: readonly TrackerChannel[],
  now: Instant,
): CoverageChange['channels'] {
  const contributed = new Set(suggestion.sources.flatMap((source) => source.channelIds));
  const found = channels.filter(
    ({ channelId, sourceType }) => sourceType === 'rss_feed' && contributed.has(channelId),
  );
  const rest = changes.filter(({ channelId }) => !found.some((channel) => channel.channelId === channelId));
  return [
    ...rest,
    ...found.map(({ channelId, foundAt }) => ({
      channelId,
      isActive: false,
      isFound: true,
      foundAt: foundAt ?? now,
      newArticles: changes.find((change) => change.channelId === channelId)?.newArticles ?? 0,
    })),
  ];
}
