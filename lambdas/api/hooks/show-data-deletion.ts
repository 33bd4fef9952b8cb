import { ShowDataDeletion } from '../../../shared/contract/api/hooks.ts';
import type { DataDeletionStore } from '../../../shared/core/accounts/authorizing-person.ts';
import { deletionPage } from '../../../shared/core/accounts/deletion-page.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const showDataDeletion = ({ deletions }: { deletions: Pick<DataDeletionStore, 'find'> }) =>
  route(ShowDataDeletion, async ({ params }) => {
    const deletion = await deletions.find(params.code);
    if (!deletion) throw notFound('The deletion');
    return deletionPage(deletion);
  });
