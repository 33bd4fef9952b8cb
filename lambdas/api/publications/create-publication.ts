import { CreatePublication } from '../../../shared/contract/api/publications.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { createPublication as create } from '../../../shared/core/publications/save-publication.ts';
import { route } from '../../../shared/runtime/route.ts';
import { publicationView } from './publication-view.ts';

interface Deps {
  publications: PublicationStore;
  feeds: FeedRegistry;
  newId: NewId;
}

export const createPublication = (deps: Deps) =>
  route(CreatePublication, async ({ context, body, now }) =>
    publicationView(deps.feeds, await create(deps, context, body, now)),
  );
