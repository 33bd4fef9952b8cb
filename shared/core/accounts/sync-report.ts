import * as z from 'zod';

/** What one sync pass did with the interactions that it saw (CM-11). */
export const SyncReport = z.object({
  startedAt: z.string(),
  /** Null while the pass is still going on, or rests until it may go on. */
  finishedAt: z.string().nullable(),
  posts: z.int(),
  new: z.int(),
  updated: z.int(),
  skipped: z.int(),
  /** Gone from the platform. */
  removed: z.int().default(0),
  failed: z.int(),
});
export type SyncReport = z.infer<typeof SyncReport>;

export function emptyReport(startedAt: string): SyncReport {
  return { startedAt, finishedAt: null, posts: 0, new: 0, updated: 0, skipped: 0, removed: 0, failed: 0 };
}
