import { mergeProposalStore } from '../../infra/dynamo/merge-proposal-store.ts';
import { table } from './table.ts';

export const mergeProposals = mergeProposalStore(table);
