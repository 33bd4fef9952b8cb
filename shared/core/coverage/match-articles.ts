import type { Instant } from '../kernel/time.ts';
import { type Article, articleOf } from './article.ts';
import type { FeedDocument } from './feed-document.ts';
import type { FeedWatch } from './feed-watch.ts';
import { keywordAutomaton, type Search } from './keyword-automaton.ts';
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

/** A watch with its keywords in the form in which they are searched; each form once. */
interface PreparedWatch {
  watch: FeedWatch;
  campaignKeywords: string[];
  publicationKeywords: string[];
  /** Searched form → as a person wrote it. */
  written: ReadonlyMap<string, string>;
}

/** Prepares one search for the keywords of all watches of a crawl. */
export function articleMatcher(watches: readonly FeedWatch[]): ArticleMatcher {
  const watchesOf = Map.groupBy(watches.map(prepared), ({ watch }) => watch.feedId);
  const keywords = [...new Set([...watchesOf.values()].flat().flatMap(({ written }) => [...written.keys()]))];
  const search = keywordAutomaton(keywords);
  const byKeywordOf = new Map([...watchesOf].map(([feedId, list]) => [feedId, indexedByKeyword(list)]));

  const feedUrlOf = new Map(watches.map(({ feedId, feedUrl }) => [feedId, feedUrl]));

  return (feedId, document, now) => {
    const interested = byKeywordOf.get(feedId) ?? new Map<string, PreparedWatch[]>();
    return document.items.flatMap((item) => {
      const article = articleOf(item, document, feedUrlOf.get(feedId) ?? document.link, now);
      if (!article) return [];
      const places = keywordPlaces(article, keywords, search);
      const candidates = new Set([...places.keys()].flatMap((keyword) => interested.get(keyword) ?? []));
      return [...candidates].flatMap((candidate) => findingOf(candidate, article, places, now) ?? []);
    });
  };
}

function prepared(watch: FeedWatch): PreparedWatch {
  const written = new Map<string, string>();
  const forms = (keywords: readonly string[]) => {
    const searched = keywords.map((keyword) => {
      const form = normaliseText(keyword);
      if (!written.has(form)) written.set(form, keyword);
      return form;
    });
    return [...new Set(searched)].filter((form) => form !== '');
  };
  const campaignKeywords = forms(watch.campaignKeywords);
  return { watch, campaignKeywords, publicationKeywords: forms(watch.publicationKeywords), written };
}

function indexedByKeyword(watches: readonly PreparedWatch[]): Map<string, PreparedWatch[]> {
  const index = new Map<string, PreparedWatch[]>();
  for (const watch of watches) {
    for (const keyword of watch.written.keys()) {
      const listed = index.get(keyword);
      if (listed) listed.push(watch);
      else index.set(keyword, [watch]);
    }
  }
  return index;
}

function keywordPlaces(article: Article, keywords: readonly string[], search: Search): KeywordPlaces {
  const places = new Map<string, KeywordPlace>();
  // Content first, so that a title's better place replaces it.
  for (const [place, text] of [
    ['content', article.text],
    ['title', article.title],
  ] as const) {
    const searched = normaliseText(text);
    for (const { pattern, start, end } of search(searched)) {
      const keyword = keywords[pattern] ?? '';
      if (places.get(keyword) !== place && occurrenceCounts(keyword, searched, start, end))
        places.set(keyword, place);
    }
  }
  return places;
}

function findingOf(
  { watch, campaignKeywords, publicationKeywords, written }: PreparedWatch,
  article: Article,
  places: KeywordPlaces,
  now: Instant,
): Finding | undefined {
  const match = matchScoreWithPublication(campaignKeywords, publicationKeywords, places);
  if (match.score < LeastScore[watch.sourceType]) return undefined;
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
    matchedKeywords: match.matchedKeywords.map((keyword) => written.get(keyword) ?? keyword),
    foundAt: now,
  };
  return { watch, article, source };
}
