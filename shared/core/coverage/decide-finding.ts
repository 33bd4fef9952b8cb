import type { TrackerChannel } from '../campaigns/tracker.ts';
import type { NewId } from '../kernel/ids.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import type { Article } from './article.ts';
import { confirmsItself, summariseScores } from './confidence.ts';
import { confirmation, withFoundChannels } from './confirmation.ts';
import type { Finding } from './match-articles.ts';
import type { ArticleKey, CoverageChange } from './ports.ts';
import { figuresOf, type Suggestion, withSource } from './suggestion.ts';
import { copyKey, syndicationGroupOf } from './syndication.ts';

/** Two articles of one publisher with one title and more days between them are two instalments of a column. */
const SameStoryDays = 3;

export interface KnownCoverage {
  /** What each of the article's keys leads to. */
  keys: ReadonlyMap<ArticleKey, string>;
  suggestion: Suggestion | undefined;
  /** Of which the article is a copy (PM-08). */
  original?: Suggestion | undefined;
  channels: readonly TrackerChannel[];
  projectId: string | null;
}

/** The keys under which an article is looked up and remembered. */
export function articleKeys(article: Article): ArticleKey[] {
  return [
    ...(article.normalizedUrl === null ? [] : [`url ${article.normalizedUrl}` as const]),
    ...(article.aggregatorId === null ? [] : [`aggregator ${article.aggregatorId}` as const]),
    ...(article.story === null ? [] : [`story ${article.story}` as const]),
  ];
}

/**
 * PM-08: a shared story unites an aggregator's report with a publisher's own, never two addresses of a publisher:
 * a column that keeps its title would otherwise become one article.
 */
export function isSameStory(suggestion: Suggestion, article: Article): boolean {
  if (suggestion.normalizedUrl !== null && article.normalizedUrl !== null)
    return suggestion.normalizedUrl === article.normalizedUrl;
  const [first, second] = [suggestion.publishedAt, article.publishedAt].sort();
  return !first || !second || second <= addMilliseconds(first, SameStoryDays * MillisecondsPerDay);
}

/**
 * What a finding changes in its campaign (PM-08 to PM-11): a new suggestion, another source for a known one, a
 * confirmation once enough distinct sources agree. Undefined when it says nothing new. A decided suggestion only gains
 * sources.
 */
export function decideFinding(
  finding: Finding,
  known: KnownCoverage,
  newId: NewId,
  now: Instant,
): CoverageChange | undefined {
  const before = known.suggestion;
  const merged = before
    ? withMoreSources(before, finding)
    : newSuggestion(finding, known.original, newId, now);
  const keys = missingKeys(finding.article, known, merged.suggestionId);
  if (before && merged === before && keys.length === 0) return undefined;
  const { channelId } = finding.watch;
  const isNewForChannel = !before?.sources.some(({ channelIds }) => channelIds.includes(channelId));
  const isKnownChannel = known.channels.some((channel) => channel.channelId === channelId);
  const change: CoverageChange = {
    trackerId: finding.watch.trackerId,
    suggestion: {
      after: { ...merged, version: (before?.version ?? 0) + 1 },
      versionBefore: before?.version ?? null,
    },
    keys,
    ...(!before && known.original?.syndicationGroupId === null && { original: firstCopy(known.original) }),
    clipping: null,
    totals: before ? {} : { articlesFound: 1 },
    channels: isNewForChannel && isKnownChannel ? [{ channelId, newArticles: 1 }] : [],
  };
  const scores = summariseScores(merged.sources.map((source) => source.matchScore));
  if (merged.status === 'confirmed' || merged.status === 'auto_confirmed')
    return withRestingChannel(change, known, now);
  if (merged.status === 'spam' || !confirmsItself(scores, finding.watch.minMatchScore)) return change;
  return confirmation(change, { by: null, projectId: known.projectId, channels: known.channels }, newId, now);
}

/** A feed that reports what is coverage already has found it, too. */
function withRestingChannel(
  change: CoverageChange,
  { channels }: KnownCoverage,
  now: Instant,
): CoverageChange {
  const reporting = new Set(change.channels.map(({ channelId }) => channelId));
  const involved = channels.filter(({ channelId }) => reporting.has(channelId));
  return change.suggestion
    ? { ...change, channels: withFoundChannels(change.channels, change.suggestion.after, involved, now) }
    : change;
}

function firstCopy(original: Suggestion) {
  return { suggestionId: original.suggestionId, syndicationGroupId: syndicationGroupOf(original) };
}

function newSuggestion(
  { article, source, watch }: Finding,
  original: Suggestion | undefined,
  newId: NewId,
  now: Instant,
): Suggestion {
  return {
    suggestionId: newId('sug'),
    campaignId: watch.campaignId,
    trackerId: watch.trackerId,
    articleUrl: article.url,
    normalizedUrl: article.normalizedUrl,
    title: article.title,
    excerpt: article.excerpt,
    imageUrl: article.imageUrl,
    publishedAt: article.publishedAt,
    sources: [source],
    ...figuresOf([source]),
    status: 'pending',
    foundAt: now,
    autoConfirmedAt: null,
    reviewedBy: null,
    reviewedAt: null,
    clippingId: null,
    spamMarkedBy: null,
    spamMarkedAt: null,
    spamPatternId: null,
    syndicationGroupId: original ? syndicationGroupOf(original) : null,
    version: 0,
  };
}

/** The same object when the finding says nothing new. A publisher's own report replaces what an aggregator told. */
function withMoreSources(suggestion: Suggestion, { article, source }: Finding): Suggestion {
  const sources = withSource(suggestion.sources, source);
  const bringsAddress = suggestion.normalizedUrl === null && article.normalizedUrl !== null;
  if (sources === suggestion.sources && !bringsAddress) return suggestion;
  return {
    ...suggestion,
    ...(bringsAddress && {
      articleUrl: article.url,
      normalizedUrl: article.normalizedUrl,
      excerpt: article.excerpt || suggestion.excerpt,
    }),
    imageUrl: suggestion.imageUrl ?? article.imageUrl,
    publishedAt: suggestion.publishedAt ?? article.publishedAt,
    sources: [...sources],
    ...figuresOf(sources),
  };
}

/** A new article takes over its story; a known one only adds what leads nowhere yet, or two articles would swap it daily. */
function missingKeys(article: Article, known: KnownCoverage, suggestionId: string): CoverageChange['keys'] {
  const recognising = articleKeys(article)
    .map((key) => ({ key, before: known.keys.get(key) ?? null }))
    .filter(({ before }) => before === null || (!known.suggestion && before !== suggestionId));
  const copies = copyKey(article);
  const isFirst = copies !== null && !known.suggestion && !known.keys.has(copies);
  return isFirst ? [...recognising, { key: copies, before: null }] : recognising;
}
