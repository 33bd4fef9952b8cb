import { CreatePublication } from '../../../shared/contract/api/publications.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import {
  type AddDetectedFeedsDeps,
  addDetectedFeeds,
  asksForDetection,
} from '../../../shared/core/publications/add-detected-feeds.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { createPublication as create } from '../../../shared/core/publications/save-publication.ts';
import { route } from '../../../shared/runtime/route.ts';
import { publicationView } from './publication-view.ts';

interface Deps extends AddDetectedFeedsDeps {
  publications: PublicationStore;
  feeds: FeedRegistry;
  newId: NewId;
}

export const createPublication = (deps: Deps) =>
  route(CreatePublication, async ({ context, body, now }) => {
    const created = await create(deps, context, body, now);
    const { publication } = asksForDetection(created, body)
      ? await addDetectedFeeds(deps, context, created)
      : { publication: created };
    return publicationView(deps.feeds, publication);
  });
