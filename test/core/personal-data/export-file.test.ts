import { expect, it } from 'vitest';
import { type ExportState, exportOn } from '../../../shared/core/personal-data/export-file.ts';
import type { TenantRecords } from '../../../shared/core/personal-data/ports.ts';
import { allLists } from '../../../shared/core/personal-data/walk-records.ts';
import { aContext } from '../../support/contexts.ts';

/** Lists of large items, three on each page. */
function largeRecords(lists: Record<string, number>): Pick<TenantRecords, 'roots' | 'next'> {
  return {
    roots: Object.keys(lists),
    next: async (_context, remaining) => {
      const { partition = '', cursor = '0' } = remaining.at(-1) ?? {};
      const from = Number(cursor);
      const until = Math.min(from + 3, lists[partition] ?? 0);
      const records = Array.from({ length: until - from }, (_, index) => ({
        type: 'Contact',
        key: { partition, sort: String(from + index) },
        fields: { type: 'Contact', name: `${partition} ${from + index}`, note: 'x'.repeat(1_000_000) },
      }));
      const rest = until < (lists[partition] ?? 0) ? [{ partition, cursor: String(until) }] : [];
      return { records, remaining: [...remaining.slice(0, -1), ...rest] };
    },
  };
}

it('ST-06 begins another file where one is large enough, and writes each item into one of them', async () => {
  const written = new Map<number, string[]>();
  const walked = largeRecords({ A: 7, B: 2 });
  const records = { ...walked, interactions: async () => new Map(), erase: async () => undefined };
  const files = {
    put: async (_context: unknown, _jobId: string, number: number, lines: string) => {
      const names = lines.trimEnd().split('\n');
      written.set(
        number,
        names.map((line) => String(JSON.parse(line).name)),
      );
    },
  };
  const slice = (state: ExportState) =>
    exportOn({ records, files }, aContext(), 'job_1', state, async (found) => found);
  const first = await slice({ remaining: [...allLists(records)], files: 0, items: 0 });
  const last = await slice(first.state as ExportState);

  expect(first).toMatchObject({ result: null, doneParts: [], state: { files: 1, items: 6 } });
  expect(last).toEqual({ result: { files: 2, items: 9 }, state: null, doneParts: ['A', 'B'] });
  expect([...written]).toEqual([
    [1, ['A 0', 'A 1', 'A 2', 'A 3', 'A 4', 'A 5']],
    [2, ['A 6', 'B 0', 'B 1']],
  ]);
});
