import * as z from 'zod';
import { normaliseText } from './normalise-text.ts';

/** How a keyword must stand in a text: anywhere, at the start of a word, or as whole words. */
export const KeywordMode = z.enum(['substring', 'word-start', 'exact']);
export type KeywordMode = z.infer<typeof KeywordMode>;

/** By keyword as a person wrote it; one that is missing is found anywhere. */
export const KeywordModes = z.record(z.string().max(100), KeywordMode);
export type KeywordModes = z.infer<typeof KeywordModes>;

/** A keyword in the form in which it is searched. */
export interface SearchedKeyword {
  /** The same for all who search the same form in the same mode. */
  key: string;
  form: string;
  mode: KeywordMode;
  /** As a person wrote it. */
  written: string;
}

/** Keywords in their searched form, each form once, without those that are empty. */
export function searchedKeywords(keywords: readonly string[], modes: KeywordModes): SearchedKeyword[] {
  const modeOf = new Map(Object.entries(modes).map(([written, mode]) => [normaliseText(written), mode]));
  const byForm = new Map<string, SearchedKeyword>();
  for (const written of keywords) {
    const form = normaliseText(written);
    const mode = modeOf.get(form) ?? 'substring';
    if (form !== '' && !byForm.has(form)) byForm.set(form, { key: `${mode} ${form}`, form, mode, written });
  }
  return [...byForm.values()];
}
