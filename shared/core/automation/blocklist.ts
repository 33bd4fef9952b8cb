import * as z from 'zod';
import { normaliseText } from './normalise-text.ts';

/** Words and phrases that keep a text from automation, wherever they stand in it (AR-11). */
export const Blocklist = z.object({
  words: z.array(z.string().trim().min(2).max(100)).max(1_000),
  updatedAt: z.string().nullable(),
  version: z.int(),
});
export type Blocklist = z.infer<typeof Blocklist>;

export const EmptyBlocklist: Blocklist = { words: [], updatedAt: null, version: 0 };

/** The entries that a text contains, compared case-insensitively and Unicode-normalised. */
export function blocklistHits(blocklist: Pick<Blocklist, 'words'>, text: string): string[] {
  const normalised = normaliseText(text);
  return blocklist.words.filter((word) => normalised.includes(normaliseText(word)));
}
