import { DetectFeeds } from '../../../shared/contract/api/publications.ts';
import {
  followPublication,
  type RefreshAffectedDeps,
} from '../../../shared/core/campaigns/refresh-affected-trackers.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import { AppError, notFound } from '../../../shared/core/kernel/errors.ts';
import {
  type AddDetectedFeedsDeps,
  addDetectedFeeds,
} from '../../../shared/core/publications/add-detected-feeds.ts';
import type { PublicationStore } from '../../../shared/core/publications/ports.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { route } from '../../../shared/runtime/route.ts';
import { publicationView } from './publication-view.ts';

type Deps = RefreshAffectedDeps &
  AddDetectedFeedsDeps & { publications: PublicationStore; feeds: FeedRegistry };

export const detectFeeds = (deps: Deps) =>
  route(DetectFeeds, async ({ context, params, now }) => {
    const before = await deps.publications.find(context, params.publicationId);
    if (!before) throw notFound('The publication');
    if (before.monitoringConfig.websiteUrl === null) {
      const message = 'This publication has no website. Enter its address first.';
      throw new AppError('conflict', 'no_website', message);
    }
    const { found, publication } = await addDetectedFeeds(deps, context, before);
    for (const error of await followPublication(deps, context, params.publicationId, now)) {
      logger.error('A tracker did not follow its publication', { error: error as Error });
    }
    return { found, publication: await publicationView(deps.feeds, publication) };
  });
