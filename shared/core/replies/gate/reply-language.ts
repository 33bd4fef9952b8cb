import { CommonWords, type KnownLanguage } from './frequent-words.ts';

const Words = Object.entries(CommonWords).map(
  ([language, words]) => [language as KnownLanguage, new Set(words.split(/\s+/))] as const,
);

/** Letters that one language alone among ours writes so. */
const TellingLetters: Partial<Record<KnownLanguage, RegExp>> = { de: /[äöüß]/u, pt: /[ãõ]/u, es: /[ñ¿¡]/u };

/** A part so short says nothing certain about its language by itself. */
const ShortestPart = 4;
/** How much of a text must be known words; replies in the right language are rarely below a half. */
const LeastKnownShare = 0.3;

interface Reading {
  words: number;
  /** Known words by language. */
  known: ReadonlyMap<KnownLanguage, number>;
}

function readingOf(text: string): Reading {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = new Map(
    Words.map(([language, list]) => {
      const letters = TellingLetters[language];
      return [language, words.filter((word) => list.has(word) || letters?.test(word)).length] as const;
    }),
  );
  return { words: words.length, known };
}

/** The language that most words of a text are known in; undefined where two are, or none. */
export function languageOf(text: string): KnownLanguage | undefined {
  const [best, second] = [...readingOf(text).known].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}

/**
 * Says in which other language a text is, wholly or in one of its sentences; undefined when it is in the expected one.
 * A text whose language cannot be told fails as well: a person then decides. One without words has none.
 */
export function otherLanguageIn(text: string, expected: string): string | undefined {
  const whole = readingOf(text);
  if (whole.words === 0) return undefined;
  const known = knownIn(whole, expected);
  if (known === 0 || (whole.words >= ShortestPart && known / whole.words < LeastKnownShare)) return 'unknown';
  const parts = [text, ...text.split(/[.!?…\n]+/u)].map(readingOf);
  for (const part of parts) {
    if (part.words < ShortestPart && part !== parts[0]) continue;
    const other = [...part.known].find(
      ([language, count]) => language !== expected && count > knownIn(part, expected),
    );
    if (other) return other[0];
  }
  return undefined;
}

function knownIn({ known }: Reading, language: string): number {
  return [...known].find(([name]) => name === language)?.[1] ?? 0;
}
