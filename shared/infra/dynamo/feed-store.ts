import { FeedState, newFeedState, wakeAtOf } from '../../core/coverage/feed-state.ts';
import { FeedWatch } from '../../core/coverage/feed-watch.ts';
import type { FeedChange, FeedRegistry } from '../../core/coverage/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import { inParallel } from '../../core/kernel/in-parallel.ts';
import { addMilliseconds, type Instant, MillisecondsPerMinute } from '../../core/kernel/time.ts';
import { dueItems } from './due-index.ts';
import type { DueEntry, Key } from './keys.ts';
import type { Table } from './table.ts';

/** A feed that was read so recently is not read again because somebody asks for it. */
const FreshMilliseconds = 5 * MillisecondsPerMinute;

/** As many as DynamoDB takes; all of them have to be written one by one because of one that somebody watches since. */
const WritesTogether = 100;
const SingleWritesAtOnce = 10;
const Cancelled: ReadonlySet<string> = new Set(['transaction_condition_failed', 'transaction_conflict']);

const stateKey = (feedId: string): Key => ({ partition: `FEED#${feedId}`, sort: 'STATE' });
const watchKey = (watch: Pick<FeedWatch, 'feedId' | 'organizationId' | 'trackerId' | 'channelId'>): Key => ({
  partition: `FEED#${watch.feedId}`,
  sort: `WATCH#${watch.organizationId}#${watch.trackerId}#${watch.channelId}`,
});
const dueOf = (state: Pick<FeedState, 'feedId' | 'health' | 'nextAt'>): DueEntry => ({
  kind: 'feed',
  ref: state.feedId,
  wakeAt: wakeAtOf(state),
});

/** The state of feeds and their watchers: a global store, as a feed is fetched once for all tenants (design §6). */
export function feedStore(table: Table): FeedRegistry {
  const items = table.global;

  async function stateOf(feedId: string): Promise<FeedState | undefined> {
    const item = await items.get(stateKey(feedId));
    return item && FeedState.parse(item);
  }

  async function finish({ before, after }: FeedChange, now: Instant): Promise<void> {
    const { key, ...change } = updateOf({ before, after });
    if (await holds(() => items.change(key, change))) return;
    const again = { health: 'new' as const, etag: null, lastModified: null, nextAt: now };
    const set = { ...change.set, ...again };
    const due = dueOf({ ...again, feedId: before.feedId });
    await holds(() => items.change(key, { set, due, condition: { present: 'pk' } }));
  }

  /** All or none: one of them that somebody watches since, or is just writing, keeps the others from being written. */
  async function areFinished(changes: readonly FeedChange[]): Promise<boolean> {
    try {
      await items.transact(changes.map((change) => ({ update: updateOf(change) })));
      return true;
    } catch (error) {
      if (isAppError(error) && Cancelled.has(error.code)) return false;
      throw error;
    }
  }

  const isWatched = (feedId: string) =>
    items.hasAny({ partition: `FEED#${feedId}`, sortPrefix: 'WATCH#', consistent: true });

  return {
    async states(feedIds) {
      const found = await items.getMany([...new Set(feedIds)].map(stateKey));
      return found.map((item) => FeedState.parse(item));
    },

    async watches(feedId) {
      const query = { partition: `FEED#${feedId}`, sortPrefix: 'WATCH#', consistent: true };
      return (await Array.fromAsync(items.all(query))).map((item) => FeedWatch.parse(item));
    },

    async claim(feedId, now, until) {
      const condition = {
        all: [
          { atMost: ['nextAt', now] },
          { any: [{ equals: ['claimedUntil', null] }, { atMost: ['claimedUntil', now] }] },
        ],
      } as const;
      return ifCondition(async () =>
        FeedState.parse(await items.update(stateKey(feedId), { set: { claimedUntil: until }, condition })),
      );
    },

    finish,

    async finishTogether(changes, now) {
      // A transaction with two updates of one item is refused as a whole.
      const distinct = [...new Map(changes.map((change) => [change.before.feedId, change])).values()];
      for (let start = 0; start < distinct.length; start += WritesTogether) {
        const together = distinct.slice(start, start + WritesTogether);
        if (together.length > 1 && (await areFinished(together))) continue;
        await inParallel(together, SingleWritesAtOnce, (change) => finish(change, now));
      }
    },

    async release(feedId) {
      await holds(() =>
        items.change(stateKey(feedId), { set: { claimedUntil: null }, condition: { present: 'pk' } }),
      );
    },

    async forget({ feedId, watchersRevision }) {
      const condition = { equals: ['watchersRevision', watchersRevision] } as const;
      await holds(() => items.delete(stateKey(feedId), { condition }));
    },

    async watch(watch, now) {
      const known = await items.get(watchKey(watch));
      if (known && isSameWatch(FeedWatch.parse(known), watch)) return;
      const before = await stateOf(watch.feedId);
      const isResting = before !== undefined && before.failureCount > 0 && before.nextAt > now;
      const fresh = newFeedState({ ...watch, url: watch.feedUrl }, now);
      const { watchersRevision, ...defaults } = fresh;
      const { etag, lastModified, nextAt, health, isWatched, ...others } = defaults;
      const again = isResting ? {} : { nextAt, health };
      await items.transact([
        { put: { key: watchKey(watch), item: { type: 'FeedWatch', ...watch } } },
        {
          update: {
            key: stateKey(watch.feedId),
            set: { type: 'FeedState', etag, lastModified, isWatched, ...again },
            setIfAbsent: others,
            add: { watchersRevision: 1 },
            ...(!isResting && { due: dueOf(fresh) }),
          },
        },
      ]);
    },

    async unwatch(watch) {
      await items.delete(watchKey(watch));
      if (await isWatched(watch.feedId)) return;
      const state = await stateOf(watch.feedId);
      // Looked at again, as a watch that came before the state was read has changed the state's revision already.
      if (!state?.isWatched || (await isWatched(watch.feedId))) return;
      const condition = { equals: ['watchersRevision', state.watchersRevision] } as const;
      await holds(() => items.change(stateKey(watch.feedId), { set: { isWatched: false }, condition }));
    },

    async bringForward(feedIds, now) {
      const due: FeedState[] = [];
      const freshSince = addMilliseconds(now, -FreshMilliseconds);
      for (const feedId of new Set(feedIds)) {
        const condition = {
          all: [
            { present: 'pk' },
            { equals: ['failureCount', 0] },
            { any: [{ equals: ['lastCheckedAt', null] }, { atMost: ['lastCheckedAt', freshSince] }] },
          ],
        } as const;
        const state = await ifCondition(() =>
          items.update(stateKey(feedId), { set: { nextAt: now }, condition }),
        );
        if (state) due.push(FeedState.parse(state));
      }
      return due;
    },

    async *due(until: Instant) {
      for await (const { ref } of dueItems(table, 'feed', until)) yield ref;
    },
  };
}

function isSameWatch(known: FeedWatch, watch: FeedWatch): boolean {
  return JSON.stringify(known) === JSON.stringify(FeedWatch.parse(watch));
}

/** Most of what a crawl learns of a feed is what was known: only the rest is written. */
function updateOf({ before, after }: FeedChange) {
  const names = Object.keys(after) as (keyof FeedState)[];
  const changed = names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]);
  return {
    key: stateKey(before.feedId),
    set: Object.fromEntries(changed) as Partial<FeedState>,
    due: dueOf(after),
    condition: { equals: ['watchersRevision', before.watchersRevision] },
  } as const;
}

/** False when the item is not in the state that the work expects, or is gone. */
const holds = async (work: () => Promise<void>) =>
  (await ifCondition(() => work().then(() => true))) ?? false;

/** Undefined when the item is not in the state that the work expects, or is gone. */
async function ifCondition<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error, 'condition_failed')) return undefined;
    throw error;
  }
}
