import { MergeProposal } from '../../core/directory/merge-proposal.ts';
import type { MergeProposalStore } from '../../core/directory/ports.ts';
import { AppError, isAppError } from '../../core/kernel/errors.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const Partition = 'MERGE';
const keyOf = (proposalId: string): Key => ({ partition: Partition, sort: proposalId });

export function mergeProposalStore(table: Table): MergeProposalStore {
  return {
    async find(context, proposalId) {
      const item = await table.tenant(context).get(keyOf(proposalId));
      return item && MergeProposal.parse(item);
    },

    async page(context, { status }, request) {
      const filter: Condition | undefined = status && { equals: ['status', status] };
      const query = { partition: Partition, filter, scope: `merge proposals ${status ?? ''}` };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map((item) => MergeProposal.parse(item)) };
    },

    async createOnce(context, proposal) {
      const item = { type: 'MergeProposal', ...proposal };
      try {
        await table.tenant(context).put(keyOf(proposal.proposalId), item, { condition: { absent: 'pk' } });
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
      }
    },

    async decide(context, proposalId, decision) {
      const condition = { equals: ['status', 'pending'] } as const;
      const change = { set: decision, add: { version: 1 }, condition };
      try {
        return MergeProposal.parse(await table.tenant(context).update(keyOf(proposalId), change));
      } catch (cause) {
        if (!isAppError(cause, 'condition_failed')) throw cause;
        const message = 'Somebody has decided this proposal already.';
        throw new AppError('conflict', 'proposal_decided', message, { cause });
      }
    },
  };
}
