import { spellingsOf, spellingsOfEntry, wordsOf } from './spellings.ts';
import { literalOf, patternOf, type WordPattern, wordMatches } from './word-pattern.ts';

/** One entry of a word list (see WordList), ready to be looked for. */
export interface WordEntry {
  source: string;
  /** A literal part that a text must contain at all; spares most texts the word by word comparison. */
  probe: string;
  /** Words to find one after another; `gap` says how many others may come before. */
  steps: { pattern: WordPattern; gap: number }[];
}

/** A text in one of the ways in which it can be read. */
export interface Reading {
  spelling: string;
  words: readonly string[];
}

const LongestGap = 5;

/** An entry in all of its spellings. */
export function compileEntry(source: string): WordEntry[] {
  return spellingsOfEntry(source).map((spelling) => {
    const steps: WordEntry['steps'] = [];
    let gap = 0;
    for (const part of spelling.split(/[\s'-]+/)) {
      if (part === '~') gap = LongestGap;
      else {
        steps.push({ pattern: patternOf(part), gap });
        gap = 0;
      }
    }
    const probe = steps.reduce(
      (longest, { pattern }) => (literalOf(pattern).length > longest.length ? literalOf(pattern) : longest),
      '',
    );
    return { source, probe, steps };
  });
}

/** All ways to read a text in which somebody may have hidden a word. */
export function readingsOf(text: string): Reading[] {
  return spellingsOf(text).map((spelling) => ({ spelling, words: wordsOf(spelling) }));
}

export function isFoundIn(entry: WordEntry, readings: readonly Reading[]): boolean {
  return readings.some(
    ({ spelling, words }) =>
      spelling.includes(entry.probe) && words.some((_, start) => matchesFrom(entry.steps, words, start)),
  );
}

function matchesFrom(steps: WordEntry['steps'], words: readonly string[], start: number): boolean {
  const [first, ...rest] = steps;
  if (!first) return true;
  for (let skipped = 0; skipped <= first.gap; skipped += 1) {
    const word = words[start + skipped];
    if (word === undefined) return false;
    if (wordMatches(first.pattern, word) && matchesFrom(rest, words, start + skipped + 1)) return true;
  }
  return false;
}

/** How an entry is shown to people. */
export function nameOf({ source }: WordEntry): string {
  return source.replaceAll('≈', '');
}
