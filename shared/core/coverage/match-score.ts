/** Up to this many letters a keyword is found only as a whole word: `BB` must not be found in `rabbit`. */
const LongestWholeWordKeyword = 3;

const WordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** Where a keyword was found in an article. */
export type KeywordPlace = 'title' | 'content';

/** Per normalised keyword: the best place where it was found; a keyword that is missing was not found. */
export type KeywordPlaces = ReadonlyMap<string, KeywordPlace>;

export interface Match {
  /** 0 to 100. */
  score: number;
  /** The keywords that were found, in the order of the watch. */
  matchedKeywords: string[];
}

/** PM-07: a keyword in the title counts 2, else in the content 1; the sum's share of the most possible, 0 to 100. */
export function matchScore(keywords: readonly string[], places: KeywordPlaces): Match {
  const distinct = [...new Set(keywords)];
  const found = distinct.filter((keyword) => places.has(keyword));
  const sum = found.reduce((total, keyword) => total + (places.get(keyword) === 'title' ? 2 : 1), 0);
  const score = distinct.length === 0 ? 0 : (sum / (2 * distinct.length)) * 100;
  return { score: Math.min(100, Math.round(score * 100) / 100), matchedKeywords: found };
}

/** PM-07: the higher of the campaign's keywords alone and of both sets together. */
export function matchScoreWithPublication(
  campaignKeywords: readonly string[],
  publicationKeywords: readonly string[],
  places: KeywordPlaces,
): Match {
  const alone = matchScore(campaignKeywords, places);
  const together = matchScore([...campaignKeywords, ...publicationKeywords], places);
  return together.score > alone.score ? together : { ...together, score: alone.score };
}

/** Whether a keyword found at `[start, end)` counts: short keywords must stand as words of their own. */
export function occurrenceCounts(keyword: string, text: string, start: number, end: number): boolean {
  if ([...keyword].length > LongestWholeWordKeyword) return true;
  return !endsInWord(text.slice(0, start)) && !startsWithWord(text.slice(end, end + 2));
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
