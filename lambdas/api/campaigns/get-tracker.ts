import { GetTracker } from '../../../shared/contract/api/campaigns.ts';
import type { TrackerStore } from '../../../shared/core/campaigns/ports.ts';
import { newestClippings } from '../../../shared/core/coverage/all-clippings.ts';
import {
  type GatherRecipientsDeps,
  gatherRecipients,
} from '../../../shared/core/coverage/gather-coverage.ts';
import type { CoverageStore, FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import { recipientCoverage } from '../../../shared/core/coverage/recipient-coverage.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends GatherRecipientsDeps {
  trackers: TrackerStore;
  feeds: FeedRegistry;
  coverage: Pick<CoverageStore, 'clippings'>;
}

export const getTracker = (deps: Deps) =>
  route(GetTracker, async ({ context, params }) => {
    const { trackers, feeds } = deps;
    const tracker = await trackers.tracker(context, params.trackerId);
    if (!tracker) throw notFound('The tracker');
    const channels = await trackers.channels(context, params.trackerId);
    const { campaignId } = tracker;
    const recipients = await gatherRecipients(deps, context, campaignId);
    const { clippings } = await newestClippings(deps.coverage, context, { campaignId });
    const states = await feeds.states(channels.map(({ feedId }) => feedId));
    const stateOf = new Map(states.map((state) => [state.feedId, state]));
    const watched = channels
      .filter(({ isActive }) => isActive)
      .flatMap(({ feedId }) => stateOf.get(feedId) ?? []);
    return {
      ...tracker,
      channels: channels.map((channel) => ({ ...channel, feed: stateOf.get(channel.feedId) ?? null })),
      recipients: recipientCoverage(recipients, clippings),
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
