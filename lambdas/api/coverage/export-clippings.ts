import { ExportClippings } from '../../../shared/contract/api/coverage.ts';
import type { Clipping } from '../../../shared/core/coverage/clipping.ts';
import { clippingsCsv } from '../../../shared/core/coverage/clippings-csv.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { AppError } from '../../../shared/core/kernel/errors.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

/** A function's answer may have 6 MB. */
const MostClippings = 2_000;

export const exportClippings = ({ coverage }: { coverage: CoverageStore }) =>
  route(ExportClippings, async ({ context, query }) => {
    const clippings: Clipping[] = [];
    let cursor: string | undefined;
    do {
      const page = await coverage.clippings(context, query, { limit: 100, cursor });
      clippings.push(...page.items);
      cursor = page.cursor;
    } while (cursor && clippings.length <= MostClippings);
    if (clippings.length > MostClippings) {
      const message = `These are more than ${MostClippings} clippings. Export a shorter period.`;
      throw new AppError('invalid', 'too_many_clippings', message);
    }
    const headers = { 'content-disposition': 'attachment; filename="clippings.csv"' };
    return reply(clippingsCsv(clippings), { headers });
  });
