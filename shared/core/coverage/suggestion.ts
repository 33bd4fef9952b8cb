import * as z from 'zod';
import { Confidence, confidenceOf, summariseScores } from './confidence.ts';
import { MatchEvidence } from './match-evidence.ts';

export const SourceType = z.enum(['rss_feed', 'google_news']);
export type SourceType = z.infer<typeof SourceType>;

/** One distinct voice that reported an article (PM-09): a publication, else a feed's host, or Google News. */
export const SuggestionSource = z.object({
  /** What makes it distinct: `publication:<id>`, `host:<host>` or `google_news`. */
  identity: z.string(),
  type: SourceType,
  /** The channels through which it reported; several feeds of one publication are one source. */
  channelIds: z.array(z.string()),
  sourceName: z.string(),
  sourceUrl: z.string(),
  publicationId: z.string().nullable(),
  /** The article's address as this source gives it. */
  articleUrl: z.string(),
  /** Who published the article, as far as the source tells. */
  outlet: z.string(),
  /** The source published the article itself, instead of pointing to it. */
  isPublisher: z.boolean(),
  publishedAt: z.string().nullable(),
  /** Its highest score so far. */
  matchScore: z.number(),
  matchedKeywords: z.array(z.string()),
  /** What made up the score; null for what was found before evidence was kept. */
  evidence: MatchEvidence.nullable().default(null),
  foundAt: z.string(),
});
export type SuggestionSource = z.infer<typeof SuggestionSource>;

export const SuggestionStatus = z.enum(['pending', 'confirmed', 'auto_confirmed', 'spam']);
export type SuggestionStatus = z.infer<typeof SuggestionStatus>;

/** An article that may be coverage of a campaign, with everybody who reported it (PM-08). */
export const Suggestion = z.object({
  suggestionId: z.string(),
  campaignId: z.string(),
  trackerId: z.string(),
  articleUrl: z.string(),
  /** Null while only Google News has reported it: its links do not tell the publisher's address. */
  normalizedUrl: z.string().nullable(),
  title: z.string(),
  excerpt: z.string(),
  imageUrl: z.string().nullable(),
  publishedAt: z.string().nullable(),
  sources: z.array(SuggestionSource).min(1),
  averageMatchScore: z.number(),
  highestMatchScore: z.number(),
  confidence: Confidence,
  status: SuggestionStatus,
  foundAt: z.string(),
  autoConfirmedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  clippingId: z.string().nullable(),
  spamMarkedBy: z.string().nullable(),
  spamMarkedAt: z.string().nullable(),
  /** The pattern that was made when it was marked. */
  spamPatternId: z.string().nullable().default(null),
  /** The same for all copies of one text that several publishers have printed; null for a text of its own. */
  syndicationGroupId: z.string().nullable().default(null),
  version: z.int(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * PM-09: adds what a source reported. A source that is known already only raises its score, adds its keywords and its
 * channel; returns the same list when it says nothing new, so that tomorrow's crawl of the same feed writes nothing.
 */
export function withSource(
  sources: readonly SuggestionSource[],
  found: SuggestionSource,
): readonly SuggestionSource[] {
  const known = sources.find((source) => source.identity === found.identity);
  if (!known) return [...sources, found];
  const merged: SuggestionSource = {
    ...known,
    channelIds: [...new Set([...known.channelIds, ...found.channelIds])],
    matchScore: Math.max(known.matchScore, found.matchScore),
    evidence: found.matchScore > known.matchScore ? found.evidence : known.evidence,
    matchedKeywords: [...new Set([...known.matchedKeywords, ...found.matchedKeywords])],
  };
  const isSame =
    merged.channelIds.length === known.channelIds.length &&
    merged.matchScore === known.matchScore &&
    merged.matchedKeywords.length === known.matchedKeywords.length;
  return isSame ? sources : sources.map((source) => (source === known ? merged : source));
}

/** The figures that follow from a suggestion's sources. */
export function figuresOf(sources: readonly SuggestionSource[]) {
  const summary = summariseScores(sources.map((source) => source.matchScore));
  return {
    averageMatchScore: summary.averageScore,
    highestMatchScore: summary.highestScore,
    confidence: confidenceOf(summary),
  };
}
