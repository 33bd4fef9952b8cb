import { ConfirmMerge } from '../../../shared/contract/api/directory.ts';
import { confirmMerge as confirm } from '../../../shared/core/directory/decide-merge.ts';
import type { MergeProposalStore } from '../../../shared/core/directory/ports.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const confirmMerge = (deps: { proposals: MergeProposalStore; publications: PublicationStore }) =>
  route(ConfirmMerge, ({ context, params, now }) => confirm(deps, context, params.proposalId, now));
