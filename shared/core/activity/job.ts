import * as z from 'zod';

export const JobKind = z.enum([
  'tracker_check',
  'held_release',
  'held_drop',
  'backtest',
  'rule_undo',
  'directory_import',
  'author_export',
  'author_erasure',
  'organization_export',
]);
export type JobKind = z.infer<typeof JobKind>;

/** One part of a job, as the message that carries its work names it. */
export const JobPart = z.object({ organizationId: z.string(), jobId: z.string(), part: z.string() });
export type JobPart = z.infer<typeof JobPart>;

/** Long work that somebody asked for (ST-03): answered with 202, then followed here or over the live stream. */
export const Job = z.object({
  jobId: z.string(),
  kind: JobKind,
  status: z.enum(['running', 'succeeded', 'failed']),
  /** How many parts the work has; a job without parts is done at once. */
  parts: z.int(),
  doneParts: z.int(),
  /** What came out, in the words of the job's kind. */
  result: z.record(z.string(), z.unknown()).nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  finishedAt: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;
