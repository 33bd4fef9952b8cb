import * as z from 'zod';
import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { normaliseText } from './normalise-text.ts';
import type { BlocklistStore } from './ports.ts';

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

/** Replaces the blocklist; from now on waiting replies heed it, too (AR-11). */
export async function saveBlocklist(
  deps: { blocklists: BlocklistStore },
  context: TenantContext,
  { words, ifMatch, now }: { words: string[]; ifMatch?: number | undefined; now: Instant },
): Promise<Blocklist> {
  const current = await deps.blocklists.get(context);
  if (ifMatch !== undefined && ifMatch !== current.version) {
    const message = 'Somebody changed the blocklist meanwhile. Reload and try again.';
    throw new AppError('precondition', 'version_mismatch', message);
  }
  const blocklist = { words: [...new Set(words)], updatedAt: now, version: current.version + 1 };
  await deps.blocklists.save(context, blocklist);
  return blocklist;
}
