import * as z from 'zod';
import { KeywordModes } from '../coverage/keyword-mode.ts';
import { SourceType } from '../coverage/suggestion.ts';
import { derivedId } from '../kernel/ids.ts';
import { CheckFrequency } from '../publications/publication.ts';

/** One feed that a tracker watches (PM-05). Its fetching is shared with everybody who watches the same feed. */
export const TrackerChannel = z.object({
  channelId: z.string(),
  sourceType: SourceType,
  feedId: z.string(),
  feedUrl: z.string(),
  publicationId: z.string().nullable(),
  sourceName: z.string(),
  /** What makes its reports one source (PM-09). */
  sourceIdentity: z.string(),
  publicationKeywords: z.array(z.string()),
  publicationKeywordModes: KeywordModes.default({}),
  checkFrequency: CheckFrequency,
  isActive: z.boolean(),
  /** It has contributed to a clipping and rests; a person can reactivate it. */
  isFound: z.boolean(),
  foundAt: z.string().nullable(),
  articlesFound: z.int(),
});
export type TrackerChannel = z.infer<typeof TrackerChannel>;

/** A recipient from whom no channel could be made, and why; it never stops the others. */
export const SkippedRecipient = z.object({
  contactId: z.string(),
  name: z.string(),
  reason: z.enum([
    'contact_missing',
    'no_publication',
    'publication_missing',
    'monitoring_disabled',
    'no_feed',
  ]),
});
export type SkippedRecipient = z.infer<typeof SkippedRecipient>;

export const TrackerTotals = z.object({
  articlesFound: z.int(),
  autoConfirmed: z.int(),
  manuallyAdded: z.int(),
  markedAsSpam: z.int(),
});
export type TrackerTotals = z.infer<typeof TrackerTotals>;

/** The monitoring of one campaign over a period. */
export const Tracker = z.object({
  trackerId: z.string(),
  campaignId: z.string(),
  campaignName: z.string(),
  projectId: z.string().nullable(),
  /** `ended`: its period is over; `paused`: the campaign's monitoring is switched off. */
  status: z.enum(['active', 'paused', 'ended']),
  startsAt: z.string(),
  endsAt: z.string(),
  keywords: z.array(z.string()),
  keywordModes: KeywordModes.default({}),
  minMatchScore: z.number(),
  skippedRecipients: z.array(SkippedRecipient),
  totals: TrackerTotals,
  createdAt: z.string(),
  version: z.int(),
});
export type Tracker = z.infer<typeof Tracker>;

export const NoTotals: TrackerTotals = {
  articlesFound: 0,
  autoConfirmed: 0,
  manuallyAdded: 0,
  markedAsSpam: 0,
};

/** A campaign has one tracker, whose id therefore follows from the campaign's. */
export function trackerIdOf(campaignId: string): string {
  return derivedId('trk', campaignId);
}

/** One spelling for each feed's address. */
export function feedUrlOf(address: string): string {
  return new URL(address).href.replace(/#.*$/, '');
}

/** Everybody who watches the same address watches the same feed. */
export function feedIdOf(feedUrl: string): string {
  return derivedId('feed', feedUrl);
}

/** PM-05: stable over later sends and edits; the Google News channel stays itself when its search changes. */
export function channelIdOf(trackerId: string, channel: { sourceType: SourceType; feedUrl: string }): string {
  return channel.sourceType === 'google_news'
    ? derivedId('chn', trackerId, 'google_news')
    : derivedId('chn', trackerId, 'rss_feed', channel.feedUrl);
}
