import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clipping } from './clipping.ts';
import type { ClippingFilter, CoverageStore } from './ports.ts';

/** A function's answer may have 6 MB, and somebody waits for it. */
const MostClippings = 2_000;

/** The newest clippings of a filter, as many as one answer may hold. */
export async function newestClippings(
  coverage: Pick<CoverageStore, 'clippings'>,
  context: TenantContext,
  filter: ClippingFilter,
): Promise<{ clippings: Clipping[]; areAll: boolean }> {
  const clippings: Clipping[] = [];
  let cursor: string | undefined;
  do {
    const page = await coverage.clippings(context, filter, { limit: 100, cursor });
    clippings.push(...page.items);
    cursor = page.cursor;
  } while (cursor && clippings.length < MostClippings);
  return { clippings, areAll: cursor === undefined };
}

/** All clippings of a filter, the newest first. @throws invalid `too_many_clippings` beyond what one table may hold */
export async function allClippings(
  coverage: Pick<CoverageStore, 'clippings'>,
  context: TenantContext,
  filter: ClippingFilter,
): Promise<Clipping[]> {
  const { clippings, areAll } = await newestClippings(coverage, context, filter);
  if (areAll) return clippings;
  const message = `These are more than ${MostClippings} clippings. Export a shorter period.`;
  throw new AppError('invalid', 'too_many_clippings', message);
}
