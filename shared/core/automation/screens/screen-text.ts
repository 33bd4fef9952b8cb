import type { ScreenResult } from './screen-result.ts';
import { compileEntry, isFoundIn, nameOf, readingsOf, type WordEntry } from './word-entries.ts';
import type { WordList } from './word-list.ts';
import { German } from './words-de.ts';
import { English } from './words-en.ts';
import { Portuguese } from './words-pt.ts';

const WordLists: readonly WordList[] = [English, German, Portuguese];

/** Automation answers only in languages that have a word list (AR-02). */
export const ScreenedLanguages: readonly string[] = WordLists.map((list) => list.language);

interface ScreenEntry extends WordEntry {
  category: 'medical' | 'escalation';
}

const Entries: readonly ScreenEntry[] = WordLists.flatMap((list) =>
  (['medical', 'escalation'] as const).flatMap((category) =>
    list[category].flatMap((source) => compileEntry(source).map((entry) => ({ ...entry, category }))),
  ),
);

/** Screens a text with the word lists of all languages, however the words are spelled (AR-03). */
export function screenText(text: string): ScreenResult {
  const readings = readingsOf(text);
  const hits = Entries.filter((entry) => isFoundIn(entry, readings));
  return {
    medical: hits.some((entry) => entry.category === 'medical'),
    escalation: hits.some((entry) => entry.category === 'escalation'),
    matched: [...new Set(hits.map(nameOf))],
  };
}
