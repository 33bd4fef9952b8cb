import * as z from 'zod';
import type { Slice } from '../activity/run-slice.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { ExportFiles, Remaining, StoredRecord, TenantRecords } from './ports.ts';
import { readableRecord } from './readable-record.ts';
import { doneRoots, RemainingLists, walkOn } from './walk-records.ts';

/** Compressed, a file of about this size passes through the API, whose answers end at 6 MB. */
const EnoughCharacters = 4_000_000;

export const ExportState = z.object({ remaining: RemainingLists, files: z.int(), items: z.int() });
export type ExportState = z.infer<typeof ExportState>;

/** What an export that has ended tells of itself. */
export const ExportResult = z.object({ files: z.int(), items: z.int() });

export interface ExportDeps {
  records: TenantRecords;
  files: Pick<ExportFiles, 'put'>;
}

/** Writes the next file of an export, a line for each record that is chosen; doing so again writes it again. */
export async function exportOn(
  { records: items, files }: ExportDeps,
  context: TenantContext,
  jobId: string,
  state: ExportState,
  chosen: (records: StoredRecord[]) => Promise<StoredRecord[]>,
): Promise<Slice> {
  const lines: string[] = [];
  let characters = 0;
  const remaining = await walkOn(items, context, state.remaining, async (records) => {
    for (const record of await chosen(records)) {
      const shown = readableRecord(record);
      if (!shown) continue;
      const line = `${JSON.stringify(shown)}\n`;
      lines.push(line);
      characters += line.length;
    }
    return characters < EnoughCharacters ? 'on' : 'stop';
  });
  const number = state.files + 1;
  if (lines.length > 0) await files.put(context, jobId, number, lines.join(''));
  const written = {
    files: lines.length > 0 ? number : state.files,
    items: state.items + lines.length,
  };
  return { ...progress(items, remaining), ...ended(remaining, written) };
}

function progress(items: TenantRecords, remaining: Remaining): Pick<Slice, 'doneParts'> {
  return { doneParts: doneRoots(items, remaining) };
}

/** The state of what has ended is forgotten: it names whom it was about. */
function ended(remaining: Remaining, written: { files: number; items: number }): Slice {
  if (remaining.length === 0) return { state: null, result: written };
  return { state: { ...written, remaining }, result: null };
}
