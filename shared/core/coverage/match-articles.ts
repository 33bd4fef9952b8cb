import type { Instant } from '../kernel/time.ts';
import { type Article, articleOf, type ReadEntry, readEntry } from './article.ts';
import type { FeedDocument } from './feed-document.ts';
import type { FeedWatch } from './feed-watch.ts';
import { keywordAutomaton, type Occurrence } from './keyword-automaton.ts';
import { type SearchedKeyword, searchedKeywords } from './keyword-mode.ts';
import { matchEvidence } from './match-evidence.ts';
import {
  type KeywordPlace,
  type KeywordPlaces,
  matchScoreWithPublication,
  occurrenceCounts,
} from './match-score.ts';
import { normaliseText } from './normalise-text.ts';
import type { SuggestionSource } from './suggestion.ts';

/** PM-07: an article below the least score of its kind of feed is no suggestion at all. */
const LeastScore = { rss_feed: 50, google_news: 80 } as const;

/** An article that a watched feed reported and that fits the watch's keywords. */
export interface Finding {
  watch: FeedWatch;
  article: Article;
  source: SuggestionSource;
}

/** Matches what a feed published against everybody who watches that feed. */
export type ArticleMatcher = (feedId: string, document: FeedDocument, now: Instant) => Finding[];

interface PreparedWatch {
  watch: FeedWatch;
  campaignKeywords: string[];
  publicationKeywords: string[];
  keywords: SearchedKeyword[];
}

/** Prepares one search for the keywords of all watches of a crawl. */
export function articleMatcher(watches: readonly FeedWatch[]): ArticleMatcher {
  const watchesOf = Map.groupBy(watches.map(prepared), ({ watch }) => watch.feedId);
  const search = keywordSearch([...watchesOf.values()].flat().flatMap(({ keywords }) => keywords));
  const byKeywordOf = new Map([...watchesOf].map(([feedId, list]) => [feedId, indexedByKeyword(list)]));

  return (feedId, document, now) => {
    const interested = byKeywordOf.get(feedId);
    const feedUrl = watchesOf.get(feedId)?.[0]?.watch.feedUrl ?? document.link;
    if (!interested) return [];
    return document.items.flatMap((item) => {
      const entry = readEntry(item);
      const places = search(entry);
      const candidates = likelyWatches(places, interested);
      // Most articles interest nobody: only for the others it matters what article it is.
      const article = candidates.length > 0 && articleOf(item, document, feedUrl, now, entry);
      if (!article) return [];
      return candidates.flatMap((candidate) => findingOf(candidate, article, places, now) ?? []);
    });
  };
}

function prepared(watch: FeedWatch): PreparedWatch {
  const { campaignKeywords, publicationKeywords, keywordModes } = watch;
  const keys = (keywords: readonly string[]) =>
    searchedKeywords(keywords, keywordModes).map(({ key }) => key);
  return {
    watch,
    campaignKeywords: keys(campaignKeywords),
    publicationKeywords: keys(publicationKeywords),
    keywords: searchedKeywords([...campaignKeywords, ...publicationKeywords], keywordModes),
  };
}

function indexedByKeyword(watches: readonly PreparedWatch[]): Map<string, PreparedWatch[]> {
  const index = new Map<string, PreparedWatch[]>();
  for (const watch of watches) {
    for (const { key } of watch.keywords) {
      const listed = index.get(key);
      if (listed) listed.push(watch);
      else index.set(key, [watch]);
    }
  }
  return index;
}

/** Those whose keywords were found often enough to reach the least score if all of them were in the title. */
function likelyWatches(
  places: KeywordPlaces,
  interested: ReadonlyMap<string, readonly PreparedWatch[]>,
): PreparedWatch[] {
  const found = new Map<PreparedWatch, number>();
  for (const key of places.keys()) {
    for (const watch of interested.get(key) ?? []) found.set(watch, (found.get(watch) ?? 0) + 1);
  }
  const likely = [...found].filter(([{ watch, campaignKeywords, keywords }, count]) => {
    const fewest = campaignKeywords.length || keywords.length;
    return (count / fewest) * 100 >= LeastScore[watch.sourceType];
  });
  return likely.map(([watch]) => watch);
}

/** One automaton for all forms; what counts depends on the mode in which somebody searches a form. */
function keywordSearch(keywords: readonly SearchedKeyword[]): (entry: ReadEntry) => KeywordPlaces {
  const byForm = Map.groupBy(
    new Map(keywords.map((keyword) => [keyword.key, keyword])).values(),
    ({ form }) => form,
  );
  const forms = [...byForm.keys()];
  const searchers = [...byForm.values()];
  const search = keywordAutomaton(forms);
  return ({ title, text }) => {
    const places = new Map<string, KeywordPlace>();
    const note = (place: KeywordPlace, searched: string, { pattern, start, end }: Occurrence) => {
      for (const { key, form, mode } of searchers[pattern] ?? []) {
        if (places.get(key) !== place && occurrenceCounts(form, searched, start, end, mode))
          places.set(key, place);
      }
    };
    // Content first, so that a title's better place replaces it.
    const content = normaliseText(text);
    for (const found of search(content)) note('content', content, found);
    const headline = normaliseText(title);
    for (const found of search(headline)) note('title', headline, found);
    return places;
  };
}

function findingOf(
  { watch, campaignKeywords, publicationKeywords, keywords }: PreparedWatch,
  article: Article,
  places: KeywordPlaces,
  now: Instant,
): Finding | undefined {
  const match = matchScoreWithPublication(campaignKeywords, publicationKeywords, places);
  if (match.score < LeastScore[watch.sourceType]) return undefined;
  const evidence = matchEvidence(match, keywords, places, article);
  const matched = new Set(match.matchedKeywords);
  const source: SuggestionSource = {
    identity: watch.sourceIdentity,
    type: watch.sourceType,
    channelIds: [watch.channelId],
    sourceName: watch.sourceName,
    sourceUrl: watch.feedUrl,
    publicationId: watch.publicationId,
    articleUrl: article.url,
    outlet: article.isOwn && watch.publicationId !== null ? watch.sourceName : article.outlet,
    isPublisher: article.isOwn,
    publishedAt: article.publishedAt,
    matchScore: match.score,
    matchedKeywords: keywords.filter(({ key }) => matched.has(key)).map(({ written }) => written),
    evidence,
    foundAt: now,
  };
  return { watch, article, source };
}
