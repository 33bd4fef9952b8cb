import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type Instant, toInstant } from '../kernel/time.ts';
import type { Contact } from '../publications/contact.ts';
import type { ContactStore } from '../publications/ports.ts';
import { SendStatus } from './campaign-send.ts';
import { type NewSend, recordSends } from './change-campaign.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';
import type { SaveCampaignDeps, SavedCampaign } from './save-campaign.ts';

export interface ImportSendsDeps extends SaveCampaignDeps {
  contacts: SaveCampaignDeps['contacts'] & Pick<ContactStore, 'page'>;
}

export interface RowProblem {
  row: number;
  code: 'unknown_contact' | 'invalid_status' | 'invalid_time';
  message: string;
}

export interface ImportedSends {
  recorded: number;
  errors: RowProblem[];
  saved: SavedCampaign | null;
}

const MostRows = 2_000;

/**
 * PM-03: records the sends of an uploaded table with the columns `email` or `contactId`, and `status` and `sentAt` if it
 * has them. Rows that cannot be used are answered one by one and keep no other from being recorded.
 */
export async function importSends(
  deps: ImportSendsDeps,
  context: TenantContext,
  campaignId: string,
  csv: string,
  now: Instant,
): Promise<ImportedSends> {
  const [header, ...rows] = parseCsv(csv);
  const columns = columnsOf(header);
  if (rows.length > MostRows) {
    throw new AppError('invalid', 'too_many_rows', `Upload at most ${MostRows} rows at a time.`);
  }
  const read = sendReader(columns, await contactIds(deps, context), now);
  const outcomes = rows.map(read);
  const sends = outcomes.flatMap((outcome) => ('send' in outcome ? [outcome.send] : []));
  const errors = outcomes.flatMap((outcome) => ('problem' in outcome ? [outcome.problem] : []));
  if (sends.length === 0) return { recorded: 0, errors, saved: null };
  const { sends: recorded, ...saved } = await recordSends(deps, context, campaignId, sends, now);
  return { recorded: recorded.length, errors, saved };
}

type Column = 'email' | 'contactid' | 'status' | 'sentat';
type Columns = ReadonlyMap<string, number>;

function columnsOf(header: CsvRow | undefined): Columns {
  const names =
    header?.cells.map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
    ) ?? [];
  const columns = new Map(names.map((name, index) => [name, index]));
  if (columns.has('email') || columns.has('contactid')) return columns;
  const message =
    'The first row names the columns: email or contactId, then status and sentAt if you have them.';
  throw new AppError('invalid', 'columns_missing', message);
}

/** By id and by address in lower case. */
async function contactIds(deps: ImportSendsDeps, context: TenantContext): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await deps.contacts.page(context, {}, { limit: 100, cursor });
    for (const { contactId, email } of page.items satisfies Contact[]) {
      known.set(contactId, contactId);
      if (email) known.set(email.toLowerCase(), contactId);
    }
    cursor = page.cursor;
  } while (cursor);
  return known;
}

function sendReader(columns: Columns, known: ReadonlyMap<string, string>, now: Instant) {
  return ({ row, cells }: CsvRow): { send: NewSend } | { problem: RowProblem } => {
    const cell = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
    const failed = (code: RowProblem['code'], message: string) => ({ problem: { row, code, message } });
    const person = cell('contactid') || cell('email').toLowerCase();
    const contactId = known.get(person);
    if (!contactId)
      return failed('unknown_contact', `Nobody among your contacts is ${person || 'without an address'}.`);
    const status = SendStatus.safeParse(cell('status').toLowerCase() || 'sent');
    if (!status.success)
      return failed('invalid_status', `${cell('status')} is none of sent, failed and bounced.`);
    const sentAt = instantOf(cell('sentat'), now);
    if (!sentAt) return failed('invalid_time', `${cell('sentat')} is no time such as 2026-11-20T09:00:00Z.`);
    return { send: { contactId, status: status.data, sentAt } };
  };
}

/** A day alone is its beginning in UTC. */
function instantOf(text: string, now: Instant): Instant | undefined {
  if (text === '') return now;
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text))
    return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : toInstant(milliseconds);
}
