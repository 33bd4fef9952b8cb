import type { SpamMatch, SpamPatternStore } from '../../core/coverage/ports.ts';
import { SpamPattern } from '../../core/coverage/spam-pattern.ts';
import { sha256 } from '../../core/kernel/digest.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Items, Table } from './table.ts';
import type { Write } from './table-requests.ts';
import { updateVersioned } from './versioned-item.ts';

const Partition = 'SPAM';
/** Longer than any campaign is watched: its feeds show no older article. */
const MarkLifeMilliseconds = 400 * MillisecondsPerDay;
const keyOf = (patternId: string): Key => ({ partition: Partition, sort: patternId });

export function spamPatternStore(table: Table): SpamPatternStore {
  return {
    async create(context, pattern) {
      const item = toItem(pattern);
      await table.tenant(context).put(keyOf(pattern.patternId), item, { condition: { absent: 'pk' } });
    },

    async find(context, patternId) {
      const item = await table.tenant(context).get(keyOf(patternId));
      return item && fromItem(item);
    },

    async count(context) {
      return (await Array.fromAsync(table.tenant(context).all({ partition: Partition }))).length;
    },

    async active(context) {
      const filter: Condition = { equals: ['isActive', true] };
      const query = { partition: Partition, filter, consistent: true };
      return (await Array.fromAsync(table.tenant(context).all(query))).map(fromItem);
    },

    async page(context, { campaignId }, request) {
      const filter: Condition | undefined =
        campaignId === undefined ? undefined : { equals: ['campaignId', campaignId] };
      const scope = `spam patterns ${campaignId ?? ''}`;
      const query = { partition: Partition, newestFirst: true, filter, scope };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map(fromItem) };
    },

    async update(context, patternId, changes, ifMatch) {
      const change = { set: changes, ifMatch, what: 'The spam pattern' };
      return fromItem(await updateVersioned(table.tenant(context), keyOf(patternId), change));
    },

    async delete(context, patternId) {
      await table.tenant(context).delete(keyOf(patternId));
    },

    async deleteOfCampaign(context, campaignId) {
      const items = table.tenant(context);
      const filter: Condition = { equals: ['campaignId', campaignId] };
      for await (const item of items.all({ partition: Partition, filter })) {
        await items.delete(keyOf(fromItem(item).patternId));
      }
    },

    async countMatch(context, match) {
      try {
        await table.tenant(context).transact([...marks(match), counted(match)]);
      } catch (error) {
        // Counted before, or the pattern went meanwhile: the article is spam all the same.
        if (!isAppError(error, 'transaction_condition_failed')) throw error;
      }
    },
  };
}

/** An item's `type` names its entity: the pattern's own type is kept beside it. */
function toItem({ type, ...rest }: SpamPattern): Parameters<Items['put']>[1] {
  return { ...rest, patternType: type, type: 'SpamPattern' };
}

function fromItem({ patternType, ...rest }: Record<string, unknown>): SpamPattern {
  return SpamPattern.parse({ ...rest, type: patternType });
}

/**
 * Marks lie beside the campaign's article keys and go with them. A shared story unites an aggregator's report with a
 * publisher's own, never two addresses of a publisher.
 */
function marks({ campaignId, keys, hasAddress, now }: SpamMatch): Write[] {
  return keys.map((key) => {
    const keyDigest = sha256(`spam ${key}`);
    const absent = { absent: 'pk' } as const;
    const condition: Condition =
      hasAddress && key.startsWith('story ') ? { any: [absent, { equals: ['hasAddress', true] }] } : absent;
    return {
      put: {
        key: { partition: `ARTICLE#${campaignId}`, sort: keyDigest },
        item: { type: 'SpamMark', keyDigest, hasAddress },
        expiresAt: addMilliseconds(now, MarkLifeMilliseconds),
        condition,
      },
    };
  });
}

function counted({ patternId, now }: SpamMatch): Write {
  return {
    update: {
      key: keyOf(patternId),
      set: { lastMatchedAt: now },
      add: { timesMatched: 1 },
      condition: { present: 'pk' },
    },
  };
}
