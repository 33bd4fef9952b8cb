import { RejectMerge } from '../../../shared/contract/api/directory.ts';
import { rejectMerge as reject } from '../../../shared/core/directory/decide-merge.ts';
import type { MergeProposalStore } from '../../../shared/core/directory/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const rejectMerge = (deps: { proposals: MergeProposalStore }) =>
  route(RejectMerge, ({ context, params, now }) => reject(deps, context, params.proposalId, now));
