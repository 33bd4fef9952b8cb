import type { PublicationView } from '../../../shared/contract/api/publications.ts';
import { feedIdOf, feedUrlOf } from '../../../shared/core/campaigns/tracker.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import { olderFieldsOf } from '../../../shared/core/publications/older-fields.ts';
import type { Publication } from '../../../shared/core/publications/publication.ts';

/** Shows publications with the last reading of their feeds, which all watchers of a feed share. */
export async function publicationViews(
  feeds: Pick<FeedRegistry, 'states'>,
  publications: readonly Publication[],
): Promise<PublicationView[]> {
  const feedIds = publications.flatMap(feedIdsOf);
  const states = feedIds.length === 0 ? [] : await feeds.states(feedIds);
  const checkedAt = new Map(states.map(({ feedId, lastCheckedAt }) => [feedId, lastCheckedAt]));
  return publications.map((publication) => {
    const { totalArticlesFound, monitoringConfig, ...rest } = publication;
    const older = olderFieldsOf(monitoringConfig);
    const checks = feedIdsOf(publication).flatMap((feedId) => checkedAt.get(feedId) ?? []);
    const lastChecked = checks.sort().at(-1) ?? null;
    return { ...rest, ...older, monitoringConfig: { ...monitoringConfig, lastChecked, totalArticlesFound } };
  });
}

export async function publicationView(
  feeds: Pick<FeedRegistry, 'states'>,
  publication: Publication,
): Promise<PublicationView> {
  const [view] = await publicationViews(feeds, [publication]);
  if (!view) throw new Error('A publication has no view.');
  return view;
}

function feedIdsOf({ monitoringConfig }: Publication): string[] {
  return monitoringConfig.rssFeedUrls.map((address) => feedIdOf(feedUrlOf(address)));
}
