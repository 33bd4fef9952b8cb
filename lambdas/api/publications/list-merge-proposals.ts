import { ListMergeProposals } from '../../../shared/contract/api/directory.ts';
import type { MergeProposalStore } from '../../../shared/core/directory/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listMergeProposals = ({ proposals }: { proposals: MergeProposalStore }) =>
  route(ListMergeProposals, ({ context, query }) => proposals.page(context, query, query));
