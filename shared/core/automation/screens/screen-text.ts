import type { ScreenResult } from './screen-result.ts';
import { spellingsOf, spellingsOfEntry, wordsOf } from './spellings.ts';
import type { WordList } from './word-list.ts';
import { literalOf, patternOf, type WordPattern, wordMatches } from './word-pattern.ts';
import { German } from './words-de.ts';
import { English } from './words-en.ts';
import { Portuguese } from './words-pt.ts';

const WordLists: readonly WordList[] = [English, German, Portuguese];

/** Automation answers only in languages that have a word list (AR-02). */
export const ScreenedLanguages: readonly string[] = WordLists.map((list) => list.language);

type Category = 'medical' | 'escalation';

interface Entry {
  category: Category;
  source: string;
  /** A literal part that a text must contain at all; spares most texts the word by word comparison. */
  probe: string;
  /** Words to find one after another; `gap` says how many others may come before. */
  steps: { pattern: WordPattern; gap: number }[];
}

const LongestGap = 5;

function compile(category: Category, source: string): Entry[] {
  return spellingsOfEntry(source).map((spelling) => {
    const steps: Entry['steps'] = [];
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
    return { category, source, probe, steps };
  });
}

const Entries: readonly Entry[] = WordLists.flatMap((list) =>
  (['medical', 'escalation'] as const).flatMap((category) =>
    list[category].flatMap((source) => compile(category, source)),
  ),
);

function matchesFrom(steps: Entry['steps'], words: readonly string[], start: number): boolean {
  const [first, ...rest] = steps;
  if (!first) return true;
  for (let skipped = 0; skipped <= first.gap; skipped += 1) {
    const word = words[start + skipped];
    if (word === undefined) return false;
    if (wordMatches(first.pattern, word) && matchesFrom(rest, words, start + skipped + 1)) return true;
  }
  return false;
}

function entryMatches(entry: Entry, spelling: string, words: readonly string[]): boolean {
  return spelling.includes(entry.probe) && words.some((_, start) => matchesFrom(entry.steps, words, start));
}

/** Screens a text with the word lists of all languages, however the words are spelled (AR-03). */
export function screenText(text: string): ScreenResult {
  const spellings = spellingsOf(text).map((spelling) => ({ spelling, words: wordsOf(spelling) }));
  const hits = Entries.filter((entry) =>
    spellings.some(({ spelling, words }) => entryMatches(entry, spelling, words)),
  );
  return {
    medical: hits.some((entry) => entry.category === 'medical'),
    escalation: hits.some((entry) => entry.category === 'escalation'),
    matched: [...new Set(hits.map((entry) => entry.source.replaceAll('≈', '')))],
  };
}
