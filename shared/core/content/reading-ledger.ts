import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';

/** What a complete reading found below one piece of content: the next one shows what has vanished since (CM-11). */
export const ReadingLedger = z.object({
  contentId: z.string(),
  readAt: z.string(),
  externalIds: z.array(z.string()),
});
export type ReadingLedger = z.infer<typeof ReadingLedger>;

export interface ReadingLedgerStore {
  find(context: TenantContext, contentId: string): Promise<ReadingLedger | undefined>;
  save(context: TenantContext, ledger: ReadingLedger): Promise<void>;
}

/** Keeps a ledger below the size of an item; what was read last beyond it is not watched for removal. */
export const MostWatchedIds = 10_000;

/** Comments that were there and are not any more; lists have gaps, so each has to be looked at before it is believed. */
export function vanishedSince(ledger: ReadingLedger | undefined, readIds: ReadonlySet<string>): string[] {
  return ledger?.externalIds.filter((id) => !readIds.has(id)) ?? [];
}
