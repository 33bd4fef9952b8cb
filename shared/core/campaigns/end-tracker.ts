import type { FeedRegistry } from '../coverage/ports.ts';
import { parseTenantRef } from '../kernel/due.ts';
import { systemContext, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { TrackerStore } from './ports.ts';

export interface EndTrackerDeps {
  trackers: Pick<TrackerStore, 'tracker' | 'channels' | 'end'>;
  feeds: Pick<FeedRegistry, 'unwatch'>;
}

/** PM-06: before a crawl, trackers whose period is over stop watching. Returns how many ended. */
export async function endExpiredTrackers(
  deps: EndTrackerDeps,
  dueTrackers: AsyncIterable<{ ref: string }>,
  now: Instant,
): Promise<number> {
  let ended = 0;
  for await (const { ref } of dueTrackers) {
    const { organizationId, id } = parseTenantRef(ref);
    const context = systemContext(organizationId);
    const tracker = await deps.trackers.tracker(context, id);
    if (!tracker || tracker.status === 'ended' || tracker.endsAt > now) continue;
    await stopWatching(deps, context, id);
    await deps.trackers.end(context, id);
    ended += 1;
  }
  return ended;
}

/** Takes all watches of a tracker away from its feeds. */
export async function stopWatching(
  deps: EndTrackerDeps,
  context: TenantContext,
  trackerId: string,
): Promise<void> {
  const { organizationId } = context;
  for (const channel of await deps.trackers.channels(context, trackerId)) {
    await deps.feeds.unwatch({ ...channel, organizationId, trackerId });
  }
}
