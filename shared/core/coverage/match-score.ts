import type { KeywordMode } from './keyword-mode.ts';

/** Up to this many letters a keyword is found only as a whole word: `BB` must not be found in `rabbit`. */
const LongestWholeWordKeyword = 3;

const WordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** Where a keyword was found in an article. */
export type KeywordPlace = 'title' | 'content';

/** Per searched keyword: the best place where it was found; a keyword that is missing was not found. */
export type KeywordPlaces = ReadonlyMap<string, KeywordPlace>;

/** What a keyword counts for where it is found (PM-07). */
export const PointsOf: Record<KeywordPlace, number> = { title: 2, content: 1 };

export interface Match {
  /** 0 to 100. */
  score: number;
  /** The keywords that were found, in the order of the watch. */
  matchedKeywords: string[];
  /** The points of the keywords from which the score follows, and what all of them in the title would be. */
  points: number;
  mostPoints: number;
}

/** PM-07: a keyword in the title counts 2, else in the content 1; the sum's share of the most possible, 0 to 100. */
export function matchScore(keywords: readonly string[], places: KeywordPlaces): Match {
  const distinct = [...new Set(keywords)];
  const matchedKeywords = distinct.filter((keyword) => places.has(keyword));
  const points = matchedKeywords.reduce(
    (total, keyword) => total + PointsOf[places.get(keyword) ?? 'content'],
    0,
  );
  const mostPoints = PointsOf.title * distinct.length;
  const score = mostPoints === 0 ? 0 : (points / mostPoints) * 100;
  return { score: Math.min(100, Math.round(score * 100) / 100), matchedKeywords, points, mostPoints };
}

/** PM-07: the higher of the campaign's keywords alone and of both sets together; it names all that were found. */
export function matchScoreWithPublication(
  campaignKeywords: readonly string[],
  publicationKeywords: readonly string[],
  places: KeywordPlaces,
): Match {
  const alone = matchScore(campaignKeywords, places);
  const together = matchScore([...campaignKeywords, ...publicationKeywords], places);
  return together.score > alone.score ? together : { ...alone, matchedKeywords: together.matchedKeywords };
}

/** Whether a keyword found at `[start, end)` counts in its mode; short keywords must stand as words of their own. */
export function occurrenceCounts(
  keyword: string,
  text: string,
  start: number,
  end: number,
  mode: KeywordMode = 'substring',
): boolean {
  const isWhole = mode === 'exact' || isShort(keyword);
  if (!isWhole && mode === 'substring') return true;
  if (endsInWord(text.slice(Math.max(0, start - 2), start))) return false;
  return !isWhole || !startsWithWord(text.slice(end, end + 2));
}

function isShort(keyword: string): boolean {
  // A letter takes one or two code units.
  return keyword.length <= 2 * LongestWholeWordKeyword && [...keyword].length <= LongestWholeWordKeyword;
}

function endsInWord(before: string): boolean {
  const last = before.codePointAt(
    before.length - (isLowSurrogate(before.charCodeAt(before.length - 1)) ? 2 : 1),
  );
  return last !== undefined && WordCharacter.test(String.fromCodePoint(last));
}

function startsWithWord(after: string): boolean {
  const first = after.codePointAt(0);
  return first !== undefined && WordCharacter.test(String.fromCodePoint(first));
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
