import { normaliseText } from '../../core/automation/normalise-text.ts';

/** DynamoDB compares letter by letter: what is searched, and what is searched for, is brought into one form. */
export function foldedForSearch(text: string): string {
  return normaliseText(text).normalize('NFD').replace(/\p{M}/gu, '');
}
