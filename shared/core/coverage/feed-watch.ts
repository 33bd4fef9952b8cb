import * as z from 'zod';
import type { Tracker, TrackerChannel } from '../campaigns/tracker.ts';
import { CheckFrequency } from '../publications/publication.ts';
import { KeywordModes } from './keyword-mode.ts';
import { SourceType } from './suggestion.ts';

/**
 * One tracker's interest in one feed. It lies beside the feed's state with all that a crawl has to know,
 * so that a crawl reads no tenant's item until there is a hit.
 */
export const FeedWatch = z.object({
  organizationId: z.string(),
  campaignId: z.string(),
  trackerId: z.string(),
  channelId: z.string(),
  feedId: z.string(),
  feedUrl: z.string(),
  sourceType: SourceType,
  sourceIdentity: z.string(),
  sourceName: z.string(),
  publicationId: z.string().nullable(),
  campaignKeywords: z.array(z.string()),
  publicationKeywords: z.array(z.string()),
  keywordModes: KeywordModes.default({}),
  minMatchScore: z.number(),
  checkFrequency: CheckFrequency,
  /** The end of the tracker's period. */
  watchedUntil: z.string(),
});
export type FeedWatch = z.infer<typeof FeedWatch>;

/** What a channel wants from its feed; null while it or its tracker rests. */
export function watchOf(organizationId: string, tracker: Tracker, channel: TrackerChannel): FeedWatch | null {
  if (tracker.status !== 'active' || !channel.isActive) return null;
  return {
    organizationId,
    campaignId: tracker.campaignId,
    trackerId: tracker.trackerId,
    channelId: channel.channelId,
    feedId: channel.feedId,
    feedUrl: channel.feedUrl,
    sourceType: channel.sourceType,
    sourceIdentity: channel.sourceIdentity,
    sourceName: channel.sourceName,
    publicationId: channel.publicationId,
    campaignKeywords: tracker.keywords,
    publicationKeywords: channel.publicationKeywords,
    keywordModes: { ...channel.publicationKeywordModes, ...tracker.keywordModes },
    minMatchScore: tracker.minMatchScore,
    checkFrequency: channel.checkFrequency,
    watchedUntil: tracker.endsAt,
  };
}
