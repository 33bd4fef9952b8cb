import type { Interaction } from '../interactions/interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';

/** A stored item as it reads, however it is stored. */
export interface StoredRecord {
  type: string;
  /** Where it lies, below its organization. */
  key: { partition: string; sort: string };
  fields: Record<string, unknown>;
}

/** Where a walk goes on: the lists that are left, the next one last, each with the place that it was read up to. */
export type Remaining = readonly { partition: string; cursor?: string | undefined }[];

/** Everything that is stored of an organization. */
export interface TenantRecords {
  /** Where every walk begins. */
  readonly roots: readonly string[];
  /** Reads the next records of the last list, and puts the lists that hang on them onto what remains. */
  next(
    context: TenantContext,
    remaining: Remaining,
  ): Promise<{ records: StoredRecord[]; remaining: Remaining }>;
  /** Those of the interactions that are stored, or that an erasure has left the mark of. */
  interactions(
    context: TenantContext,
    interactionIds: readonly string[],
  ): Promise<Map<string, Interaction | 'erased'>>;
  /**
   * Deletes records with what hangs on them. An interaction leaves a mark, so that it never comes back; one that has
   * changed since it was read stays, for the next pass.
   */
  erase(context: TenantContext, records: readonly StoredRecord[], now: Instant): Promise<void>;
}

/** The files of exports, kept for as long as the jobs that tell of them. */
export interface ExportFiles {
  put(context: TenantContext, jobId: string, number: number, lines: string): Promise<void>;
  /** As it is stored: newline-delimited JSON, compressed with gzip. */
  find(context: TenantContext, jobId: string, number: number): Promise<Uint8Array | undefined>;
  /** Deletes every file of the organization. */
  eraseAll(context: TenantContext): Promise<void>;
}
