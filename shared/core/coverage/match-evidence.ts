import * as z from 'zod';
import type { SearchedKeyword } from './keyword-mode.ts';
import { type KeywordPlaces, type Match, occurrenceCounts, PointsOf } from './match-score.ts';
import { normaliseText } from './normalise-text.ts';

/** Why an article counted (PM-07): what was found where, in which sentence, and the score that follows from it. */
export const MatchEvidence = z.object({
  points: z.number(),
  /** What the same keywords would count if all of them were in the title; the score is the share of it. */
  mostPoints: z.number(),
  keywords: z.array(
    z.object({
      keyword: z.string(),
      place: z.enum(['title', 'content']),
      points: z.number(),
      /** The title, or the content's first sentence with the keyword. */
      sentence: z.string(),
    }),
  ),
});
export type MatchEvidence = z.infer<typeof MatchEvidence>;

const MostKeywords = 20;
const LongestSentence = 300;
const SentenceEnd = /(?<=[.!?…]["'”“»]?)\s+(?=["'„“«¿¡]?[\p{Lu}\p{N}])/u;

/** The evidence of a match, for people who ask why an article was suggested. */
export function matchEvidence(
  { points, mostPoints, matchedKeywords }: Match,
  keywords: readonly SearchedKeyword[],
  places: KeywordPlaces,
  article: { title: string; text: string },
): MatchEvidence {
  const matched = new Set(matchedKeywords);
  const shown = keywords.filter(({ key }) => matched.has(key)).slice(0, MostKeywords);
  const sentences = article.text
    .split(SentenceEnd)
    .map((sentence) => ({ sentence, searched: normaliseText(sentence) }));
  return {
    points,
    mostPoints,
    keywords: shown.map((keyword) => {
      const place = places.get(keyword.key) ?? 'content';
      const holding = sentences.find(({ searched }) => holds(searched, keyword));
      const sentence = place === 'title' ? article.title : (holding?.sentence ?? '');
      return {
        keyword: keyword.written,
        place,
        points: PointsOf[place],
        sentence: around(sentence, keyword),
      };
    }),
  };
}

function holds(text: string, { form, mode }: SearchedKeyword): boolean {
  for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
    if (occurrenceCounts(form, text, start, start + form.length, mode)) return true;
  }
  return false;
}

/** A long sentence is cut to what stands around the keyword. */
function around(sentence: string, { form }: SearchedKeyword): string {
  if (sentence.length <= LongestSentence) return sentence;
  // Positions in the searched form are near enough to those in the sentence as it was written.
  const middle = Math.max(0, normaliseText(sentence).indexOf(form)) + form.length / 2;
  const start = Math.round(
    Math.min(Math.max(0, middle - LongestSentence / 2), sentence.length - LongestSentence + 2),
  );
  const end = start + LongestSentence - 2;
  const kept = sentence.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${start > 0 ? '…' : ''}${kept.trim()}${end < sentence.length ? '…' : ''}`;
}
