import { GetPublication } from '../../../shared/contract/api/publications.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { publicationView } from './publication-view.ts';

export const getPublication = ({
  publications,
  feeds,
}: {
  publications: PublicationStore;
  feeds: FeedRegistry;
}) =>
  route(GetPublication, async ({ context, params }) => {
    const publication = await publications.find(context, params.publicationId);
    if (!publication) throw notFound('The publication');
    return publicationView(feeds, publication);
  });
