import { UpdatePublication } from '../../../shared/contract/api/publications.ts';
import {
  followPublication,
  type RefreshAffectedDeps,
} from '../../../shared/core/campaigns/refresh-affected-trackers.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import {
  type AddDetectedFeedsDeps,
  addDetectedFeeds,
  asksForDetection,
} from '../../../shared/core/publications/add-detected-feeds.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { updatePublication as update } from '../../../shared/core/publications/save-publication.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { route } from '../../../shared/runtime/route.ts';
import { publicationView } from './publication-view.ts';

type Deps = RefreshAffectedDeps &
  AddDetectedFeedsDeps & { publications: PublicationStore; feeds: FeedRegistry };

export const updatePublication = (deps: Deps) =>
  route(UpdatePublication, async ({ context, params, body, ifMatch, now }) => {
    const saved = await update(deps, context, params.publicationId, body, ifMatch);
    const { publication } = asksForDetection(saved, body)
      ? await addDetectedFeeds(deps, context, saved)
      : { publication: saved };
    for (const error of await followPublication(deps, context, params.publicationId, now)) {
      logger.error('A tracker did not follow its publication', { error: error as Error });
    }
    return publicationView(deps.feeds, publication);
  });
