import * as z from 'zod';
import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { normaliseText } from './normalise-text.ts';
import type { BlocklistStore } from './ports.ts';

/** What keeps a text from automation, wherever it stands in it: words and phrases, and regular expressions (AR-11). */
export const Blocklist = z.object({
  words: z.array(z.string().trim().min(2).max(100)).max(1_000),
  /** RE2 syntax; letter case never matters. */
  expressions: z.array(z.string().min(1).max(200)).max(100).default([]),
  updatedAt: z.string().nullable(),
  version: z.int(),
});
export type Blocklist = z.infer<typeof Blocklist>;

/** An expression of a blocklist, ready to be asked in linear time. */
export interface CompiledExpression {
  source: string;
  matches(text: string): boolean;
}

/** A blocklist as it is read: texts can be compared with it at once. */
export interface ReadableBlocklist extends Blocklist {
  compiled: readonly CompiledExpression[];
}

export const EmptyBlocklist: ReadableBlocklist = {
  words: [],
  expressions: [],
  compiled: [],
  updatedAt: null,
  version: 0,
};

/** Where a regular expression is faulty: an index into it, and in words; undefined when it is sound. */
export type FindRegexFault = (source: string) => { position: number; description: string } | undefined;

/** The entries that a text contains, compared case-insensitively and Unicode-normalised. */
export function blocklistHits(
  blocklist: Pick<ReadableBlocklist, 'words' | 'compiled'>,
  text: string,
): string[] {
  const normalised = normaliseText(text);
  const composed = text.normalize('NFC');
  return [
    ...blocklist.words.filter((word) => normalised.includes(normaliseText(word))),
    ...blocklist.compiled
      .filter(({ matches }) => matches(composed) || matches(normalised))
      .map(({ source }) => source),
  ];
}

export interface SaveBlocklistDeps {
  blocklists: BlocklistStore;
  findRegexFault: FindRegexFault;
}

/** Replaces the blocklist; from now on waiting replies heed it, too. Expressions that are left out stay (AR-11). */
export async function saveBlocklist(
  deps: SaveBlocklistDeps,
  context: TenantContext,
  request: {
    words: string[];
    expressions?: string[] | undefined;
    ifMatch?: number | undefined;
    now: Instant;
  },
): Promise<Blocklist> {
  const { words, ifMatch, now } = request;
  assertReadable(request.expressions ?? [], deps.findRegexFault);
  const current = await deps.blocklists.get(context);
  if (ifMatch !== undefined && ifMatch !== current.version) {
    const message = 'Somebody changed the blocklist meanwhile. Reload and try again.';
    throw new AppError('precondition', 'version_mismatch', message);
  }
  const blocklist: Blocklist = {
    words: [...new Set(words)],
    expressions: [...new Set(request.expressions ?? current.expressions)],
    updatedAt: now,
    version: current.version + 1,
  };
  await deps.blocklists.save(context, blocklist);
  return blocklist;
}

/** @throws invalid `invalid_expression` with the entry and the position of every fault. */
function assertReadable(expressions: readonly string[], findRegexFault: FindRegexFault): void {
  const faults = expressions.flatMap((source, entry) => {
    const fault = findRegexFault(source);
    return fault ? [{ entry, ...fault }] : [];
  });
  const [first] = faults;
  if (!first) return;
  const message = `Expression ${first.entry + 1} of the blocklist is faulty at character ${first.position + 1}: ${first.description}.`;
  const errors = faults.map(({ entry, position, description }) => ({
    path: `expressions.${entry}`,
    message: `At character ${position + 1}: ${description}.`,
  }));
  throw new AppError('invalid', 'invalid_expression', message, { details: { faults, errors } });
}
