import { GetTracker } from '../../../shared/contract/api/campaigns.ts';
import type { TrackerStore } from '../../../shared/core/campaigns/ports.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getTracker = ({ trackers, feeds }: { trackers: TrackerStore; feeds: FeedRegistry }) =>
  route(GetTracker, async ({ context, params }) => {
    const tracker = await trackers.tracker(context, params.trackerId);
    if (!tracker) throw notFound('The tracker');
    const channels = await trackers.channels(context, params.trackerId);
    const states = await feeds.states(channels.map(({ feedId }) => feedId));
    const stateOf = new Map(states.map((state) => [state.feedId, state]));
    const watched = channels
      .filter(({ isActive }) => isActive)
      .flatMap(({ feedId }) => stateOf.get(feedId) ?? []);
    return {
      ...tracker,
      channels: channels.map((channel) => ({ ...channel, feed: stateOf.get(channel.feedId) ?? null })),
      lastCrawlAt:
        states
          .flatMap(({ lastCheckedAt }) => lastCheckedAt ?? [])
          .sort()
          .at(-1) ?? null,
      nextCrawlAt:
        watched
          .map(({ nextAt }) => nextAt)
          .sort()
          .at(0) ?? null,
    };
  });
