import type { TrackerStore } from '../../core/campaigns/ports.ts';
import { NoTotals, Tracker, TrackerChannel } from '../../core/campaigns/tracker.ts';
import { tenantRef } from '../../core/kernel/due.ts';
import { isAppError, notFound } from '../../core/kernel/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const Partition = 'TRACKER';
const keyOf = (trackerId: string): Key => ({ partition: Partition, sort: trackerId });
const channelsOf = (trackerId: string) => `CHANNELS#${trackerId}`;
const channelKey = (trackerId: string, channelId: string): Key => ({
  partition: channelsOf(trackerId),
  sort: channelId,
});
const NothingFound = { isActive: true, isFound: false, foundAt: null, articlesFound: 0 };

export { channelKey, keyOf as trackerKey };

export function trackerStore(table: Table): TrackerStore {
  return {
    async tracker(context, trackerId) {
      const item = await table.tenant(context).get(keyOf(trackerId));
      return item && Tracker.parse(item);
    },

    async channels(context, trackerId) {
      const query = { partition: channelsOf(trackerId), consistent: true };
      const items = await Array.fromAsync(table.tenant(context).all(query));
      return items.map((item) => TrackerChannel.parse(item));
    },

    async withChannels(context, trackerId, channelIds) {
      const keys = [keyOf(trackerId), ...channelIds.map((channelId) => channelKey(trackerId, channelId))];
      const items = await table.tenant(context).getMany(keys);
      const tracker = items.find(({ type }) => type === 'Tracker');
      const channels = items.filter(({ type }) => type === 'TrackerChannel');
      return (
        tracker && {
          tracker: Tracker.parse(tracker),
          channels: channels.map((item) => TrackerChannel.parse(item)),
        }
      );
    },

    async page(context, request) {
      const page = await table.tenant(context).page({ partition: Partition, scope: 'trackers' }, request);
      return { ...page, items: page.items.map((item) => Tracker.parse(item)) };
    },

    async save(context, planned, channels, now) {
      const items = table.tenant(context);
      for (const { channelId, ...channel } of channels) {
        await items.update(channelKey(planned.trackerId, channelId), {
          set: { type: 'TrackerChannel', channelId, ...channel },
          setIfAbsent: NothingFound,
        });
      }
      const ref = tenantRef(context.organizationId, planned.trackerId);
      const isRunning = planned.status !== 'ended';
      const saved = await items.update(keyOf(planned.trackerId), {
        set: { type: 'Tracker', ...planned },
        setIfAbsent: { totals: NoTotals, createdAt: now },
        add: { version: 1 },
        due: isRunning ? { kind: 'tracker', ref, wakeAt: planned.endsAt } : null,
      });
      return Tracker.parse(saved);
    },

    async retire(context, trackerId, channels) {
      const items = table.tenant(context);
      for (const { channelId, articlesFound } of channels) {
        const key = channelKey(trackerId, channelId);
        if (articlesFound === 0) await items.delete(key);
        else await items.update(key, { set: { isActive: false } });
      }
    },

    async setChannelActive(context, trackerId, channelId, isActive) {
      const condition = { present: 'pk' } as const;
      try {
        const item = await table
          .tenant(context)
          .update(channelKey(trackerId, channelId), { set: { isActive }, condition });
        return TrackerChannel.parse(item);
      } catch (error) {
        throw isAppError(error, 'condition_failed') ? notFound('The channel') : error;
      }
    },

    async end(context, trackerId) {
      await table.tenant(context).update(keyOf(trackerId), {
        set: { status: 'ended' },
        add: { version: 1 },
        due: null,
        condition: { present: 'pk' },
      });
    },

    async delete(context, trackerId) {
      const items = table.tenant(context);
      for await (const item of items.all({ partition: channelsOf(trackerId) })) {
        await items.delete(channelKey(trackerId, TrackerChannel.parse(item).channelId));
      }
      await items.delete(keyOf(trackerId));
    },
  };
}
