import type { ModelAnswer } from '../analysis/ports.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import type { MergeProposal, MergeVariant } from './merge-proposal.ts';

export type DirectoryChanges = {
  [K in keyof Omit<DirectoryEntry, 'entryId' | 'createdAt' | 'version'>]?: DirectoryEntry[K] | undefined;
};

/** The directory of all superadmins; it belongs to no organization and holds nothing of one. */
export interface DirectoryStore {
  create(entry: DirectoryEntry): Promise<void>;
  find(entryId: string): Promise<DirectoryEntry | undefined>;
  page(request: PageRequest): Promise<Page<DirectoryEntry>>;
  /** @throws not-found; precondition `version_mismatch` when `ifMatch` is not its version. */
  update(entryId: string, changes: DirectoryChanges, ifMatch?: number): Promise<DirectoryEntry>;
  delete(entryId: string): Promise<void>;
}

export interface SuperadminRegistry {
  isSuperadmin(userId: string): Promise<boolean>;
}

/** An organization's proposals of how to merge what its own publication and the directory say differently. */
export interface MergeProposalStore {
  find(context: TenantContext, proposalId: string): Promise<MergeProposal | undefined>;
  page(
    context: TenantContext,
    filter: { status?: MergeProposal['status'] | undefined },
    request: PageRequest,
  ): Promise<Page<MergeProposal>>;
  /** Leaves one that is there already as it is. */
  createOnce(context: TenantContext, proposal: MergeProposal): Promise<void>;
  /** Decides a pending one. @throws conflict `proposal_decided` */
  decide(
    context: TenantContext,
    proposalId: string,
    decision: { status: 'confirmed' | 'rejected'; decidedBy: string; decidedAt: Instant },
  ): Promise<MergeProposal>;
}

/** Asks a language model for the best of two descriptions of one outlet; its answer is not to be trusted yet. */
export interface MergeModel {
  ask(
    variants: { existing: MergeVariant; directory: MergeVariant },
    context: TenantContext,
  ): Promise<ModelAnswer>;
}
