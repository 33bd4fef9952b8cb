import type { StoredRecord } from '../../core/personal-data/ports.ts';

/** The lists of an organization that are there from the start (docs/data-model.md); `''` is its own. */
export const RootPartitions = [
  'EXEC',
  'CONVERSATION',
  'IDEMPOTENCY',
  'DEAD',
  'LIMIT',
  'INT#0',
  'CONTENT',
  'PUBLICATION',
  'CONTACT',
  'CAMPAIGN',
  'TRACKER',
  'SUGGESTION',
  'CLIPPING',
  'SPAM',
  'MERGE',
  'ACT',
  'ROLLUP',
  '',
] as const;

/** The lists that hang on an item, by its type and the end of its sort key. */
export const PartitionsOf: Record<string, (id: string) => string[]> = {
  Campaign: (id) => [`SENDS#${id}`, `ARTICLE#${id}`],
  Content: (id) => [`CONTENT#${id}`],
  Conversation: (id) => [`CONVERSATION#${id}`],
  // What a job found outlives the job, and is as old as what it knows.
  JobWork: (id) => [`JOB#${id}`],
  ReportSchedule: (id) => [`REPORT#${id}`],
  Tracker: (id) => [`CHANNELS#${id}`],
  Webhook: (id) => [`WEBHOOK#${id}`],
};

export function partitionsBelow({ type, key }: Pick<StoredRecord, 'type' | 'key'>): string[] {
  return PartitionsOf[type]?.(key.sort.slice(key.sort.indexOf('#') + 1)) ?? [];
}
