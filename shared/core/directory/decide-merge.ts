import { AppError, notFound } from '../kernel/errors.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { PublicationStore } from '../publications/ports.ts';
import type { MergeProposal } from './merge-proposal.ts';
import type { MergeProposalStore } from './ports.ts';

interface Deps {
  proposals: MergeProposalStore;
  publications: Pick<PublicationStore, 'find' | 'update'>;
}

/** PM-31: a person takes over what was proposed, for the fields that were in conflict and for no others. */
export async function confirmMerge(
  deps: Deps,
  context: TenantContext,
  proposalId: string,
  now: Instant,
): Promise<MergeProposal> {
  const proposal = await pending(deps, context, proposalId);
  const publication = await deps.publications.find(context, proposal.publicationId);
  if (!publication) throw notFound('The publication');
  const { title, type, language, country, websiteUrl } = proposal.proposed;
  const proposed = { title, type, language, country };
  const changes = Object.fromEntries(
    Object.entries(proposed).filter(([field]) => proposal.conflicts.some((conflict) => conflict === field)),
  );
  const monitoringConfig = proposal.conflicts.includes('websiteUrl')
    ? { monitoringConfig: { ...publication.monitoringConfig, websiteUrl } }
    : {};
  await deps.publications.update(
    context,
    publication.publicationId,
    { ...changes, ...monitoringConfig },
    publication.version,
  );
  return deps.proposals.decide(context, proposalId, decision('confirmed', context, now));
}

/** PM-31: the publication stays as it is, and the same contradiction is not brought up again. */
export async function rejectMerge(
  deps: Pick<Deps, 'proposals'>,
  context: TenantContext,
  proposalId: string,
  now: Instant,
): Promise<MergeProposal> {
  await pending(deps, context, proposalId);
  return deps.proposals.decide(context, proposalId, decision('rejected', context, now));
}

function decision(status: 'confirmed' | 'rejected', context: TenantContext, now: Instant) {
  return { status, decidedBy: actorIdOf(context), decidedAt: now };
}

async function pending(
  { proposals }: Pick<Deps, 'proposals'>,
  context: TenantContext,
  proposalId: string,
): Promise<MergeProposal> {
  const proposal = await proposals.find(context, proposalId);
  if (!proposal) throw notFound('The proposal');
  if (proposal.status === 'pending') return proposal;
  throw new AppError('conflict', 'proposal_decided', 'Somebody has decided this proposal already.');
}
