import * as z from 'zod';
import { AppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Publication } from '../publications/publication.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { type MergeField, type MergeProposal, MergeVariant } from './merge-proposal.ts';
import { conflictsBetween, variantOf } from './merge-publication.ts';
import type { MergeModel, MergeProposalStore } from './ports.ts';

export interface ProposeMergeDeps {
  mergeModel: MergeModel;
  proposals: MergeProposalStore;
}

/** What the model is to answer. */
export const ProposedMerge = MergeVariant.extend({ reason: z.string().max(500) });

/**
 * PM-31: proposes how to settle contradictions. One proposal for each pair of descriptions: whoever has decided it is
 * not asked again, and neither is the model. Answers whether there is anything to decide.
 */
export async function proposeMerge(
  deps: ProposeMergeDeps,
  context: TenantContext,
  publication: Publication,
  entry: DirectoryEntry,
  now: Instant,
): Promise<boolean> {
  const variants = { existing: variantOf(publication), directory: variantOf(entry) };
  const conflicts = conflictsBetween(variants.existing, variants.directory);
  if (conflicts.length === 0) return false;
  const proposalId = derivedId(
    'mrg',
    publication.publicationId,
    JSON.stringify(variants.existing),
    JSON.stringify(variants.directory),
  );
  if (await deps.proposals.find(context, proposalId)) return false;
  await deps.proposals.createOnce(context, {
    proposalId,
    publicationId: publication.publicationId,
    conflicts,
    ...variants,
    ...(await proposed(deps, context, variants, conflicts)),
    status: 'pending',
    createdAt: now,
    decidedBy: null,
    decidedAt: null,
    version: 1,
  });
  return true;
}

type Variants = Pick<MergeProposal, 'existing' | 'directory'>;

async function proposed(
  { mergeModel }: ProposeMergeDeps,
  context: TenantContext,
  variants: Variants,
  conflicts: readonly MergeField[],
): Promise<Pick<MergeProposal, 'proposed' | 'reason' | 'proposedBy'>> {
  const answer = await mergeModel.ask(variants, context);
  if (answer.kind === 'throttled') {
    throw new AppError(
      'unavailable',
      'model_throttled',
      'The language model has no capacity. Try again later.',
    );
  }
  const parsed = ProposedMerge.safeParse(answer.kind === 'answer' ? answer.input : undefined);
  if (!parsed.success || !choosesBetween(parsed.data, variants, conflicts)) {
    return { proposed: variants.existing, reason: '', proposedBy: 'rules' };
  }
  const { reason, ...chosen } = parsed.data;
  const settled = Object.fromEntries(conflicts.map((field) => [field, chosen[field]]));
  return { proposed: { ...variants.existing, ...settled }, reason, proposedBy: 'model' };
}

/** A model chooses; what neither side says is its invention. */
function choosesBetween(
  chosen: MergeVariant,
  { existing, directory }: Variants,
  conflicts: readonly MergeField[],
): boolean {
  return conflicts.every((field) => chosen[field] === existing[field] || chosen[field] === directory[field]);
}
