import { ExportClippings } from '../../../shared/contract/api/coverage.ts';
import { allClippings } from '../../../shared/core/coverage/all-clippings.ts';
import { clippingsCsv } from '../../../shared/core/coverage/clippings-csv.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

export const exportClippings = ({ coverage }: { coverage: CoverageStore }) =>
  route(ExportClippings, async ({ context, query }) => {
    const headers = { 'content-disposition': 'attachment; filename="clippings.csv"' };
    return reply(clippingsCsv(await allClippings(coverage, context, query)), { headers });
  });
