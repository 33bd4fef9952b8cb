import { ListPublications } from '../../../shared/contract/api/publications.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { publicationViews } from './publication-view.ts';

export const listPublications = ({
  publications,
  feeds,
}: {
  publications: PublicationStore;
  feeds: FeedRegistry;
}) =>
  route(ListPublications, async ({ context, query }) => {
    const page = await publications.page(context, query);
    return { ...page, items: await publicationViews(feeds, page.items) };
  });
