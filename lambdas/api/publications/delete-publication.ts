import { DeletePublication } from '../../../shared/contract/api/publications.ts';
import type { ContactStore, PublicationStore } from '../../../shared/core/publications/ports.ts';
import { deletePublication as remove } from '../../../shared/core/publications/save-publication.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deletePublication = (deps: { publications: PublicationStore; contacts: ContactStore }) =>
  route(DeletePublication, async ({ context, params }) => {
    await remove(deps, context, params.publicationId);
    return undefined;
  });
