import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Remaining, StoredRecord, TenantRecords } from './ports.ts';

export const RemainingLists = z.array(z.object({ partition: z.string(), cursor: z.string().optional() }));

/** A slice must end within the time-out of its function, also where each record is looked up and deleted. */
const RecordsPerSlice = 1_500;
/** Many lists are short. */
const PagesPerSlice = 200;

export function allLists({ roots }: Pick<TenantRecords, 'roots'>): Remaining {
  return roots.map((partition) => ({ partition })).reverse();
}

/** The roots that are behind a walk, which takes them in their order. */
export function doneRoots({ roots }: Pick<TenantRecords, 'roots'>, remaining: Remaining): string[] {
  const left = new Set(remaining.map(({ partition }) => partition));
  return roots.filter((root) => !left.has(root)).map((root) => root || 'organization');
}

/** Walks on through what is stored of an organization, page by page, for one slice of a job or until told to stop. */
export async function walkOn(
  items: Pick<TenantRecords, 'next'>,
  context: TenantContext,
  from: Remaining,
  visit: (records: StoredRecord[]) => Promise<'on' | 'stop'>,
): Promise<Remaining> {
  let remaining = from;
  let walked = 0;
  for (let page = 0; page < PagesPerSlice && walked < RecordsPerSlice && remaining.length > 0; page += 1) {
    const found = await items.next(context, remaining);
    remaining = found.remaining;
    walked += found.records.length;
    if (found.records.length > 0 && (await visit(found.records)) === 'stop') break;
  }
  return remaining;
}
