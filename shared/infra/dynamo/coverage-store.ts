import { Clipping } from '../../core/coverage/clipping.ts';
import type { ArticleKey, CoverageChange, CoverageStore } from '../../core/coverage/ports.ts';
import { Suggestion } from '../../core/coverage/suggestion.ts';
import { sha256 } from '../../core/kernel/digest.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Write } from './table-requests.ts';
import { channelKey, trackerKey } from './tracker-store.ts';
import { updateVersioned } from './versioned-item.ts';

const Suggestions = 'SUGGESTION';
const Clippings = 'CLIPPING';
const suggestionKey = (suggestionId: string): Key => ({ partition: Suggestions, sort: suggestionId });
const clippingKey = (clippingId: string): Key => ({ partition: Clippings, sort: clippingId });
const articlesOf = (campaignId: string) => `ARTICLE#${campaignId}`;
/** Keys of articles are hashed: addresses may be longer than DynamoDB's keys. */
const articleKey = (campaignId: string, key: ArticleKey): Key => ({
  partition: articlesOf(campaignId),
  sort: sha256(key),
});

/** Ids of suggestions and clippings are ordered by time, so that their partitions are lists, newest last. */
export function coverageStore(table: Table): CoverageStore {
  return {
    async suggestion(context, suggestionId) {
      const item = await table.tenant(context).get(suggestionKey(suggestionId));
      return item && Suggestion.parse(item);
    },

    async suggestions(context, { campaignId, status, syndicationGroupId }, request) {
      const filter = allOf([
        equals('campaignId', campaignId),
        equals('status', status),
        equals('syndicationGroupId', syndicationGroupId),
      ]);
      const scope = `suggestions ${JSON.stringify([campaignId, status, syndicationGroupId])}`;
      const query = { partition: Suggestions, newestFirst: true, filter, scope };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map((item) => Suggestion.parse(item)) };
    },

    async deleteSuggestions(context, campaignId) {
      const items = table.tenant(context);
      const filter = allOf([equals('campaignId', campaignId)]);
      for await (const item of items.all({ partition: Suggestions, filter })) {
        await items.delete(suggestionKey(Suggestion.parse(item).suggestionId));
      }
      for await (const { keyDigest } of items.all({ partition: articlesOf(campaignId) })) {
        await items.delete({ partition: articlesOf(campaignId), sort: String(keyDigest) });
      }
    },

    async clipping(context, clippingId) {
      const item = await table.tenant(context).get(clippingKey(clippingId));
      return item && Clipping.parse(item);
    },

    async clippings(context, { from, to, ...equal }, request) {
      const { campaignId, projectId, publicationId, sentiment, outletType, detection } = equal;
      const exact = { campaignId, projectId, publicationId, sentiment, outletType, detection };
      const filter = allOf([
        ...Object.entries(exact).map(([attribute, value]) => equals(attribute, value)),
        from === undefined ? undefined : { not: { lessThan: ['detectedAt', from] } },
        to === undefined ? undefined : { lessThan: ['detectedAt', to] },
      ]);
      const scope = `clippings ${JSON.stringify([...Object.values(exact), from, to])}`;
      const query = { partition: Clippings, newestFirst: true, filter, scope };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map((item) => Clipping.parse(item)) };
    },

    async updateClipping(context, clippingId, changes, ifMatch) {
      const change = { set: changes, ifMatch, what: 'The clipping' };
      return Clipping.parse(await updateVersioned(table.tenant(context), clippingKey(clippingId), change));
    },

    async recognise(context, campaignId, keys) {
      const bySort = new Map(keys.map((key) => [articleKey(campaignId, key).sort, key]));
      const found = await table.tenant(context).getMany(keys.map((key) => articleKey(campaignId, key)));
      return new Map(
        found.flatMap(({ keyDigest, suggestionId }) => {
          const key = bySort.get(String(keyDigest));
          return key ? [[key, String(suggestionId)] as const] : [];
        }),
      );
    },

    async apply(context, change) {
      await table.tenant(context).transact(writesOf(change));
    },
  };
}

function writesOf(change: CoverageChange): Write[] {
  return [
    ...suggestionWrites(change),
    ...originalWrite(change),
    ...clippingWrites(change),
    trackerWrite(change),
    ...channelWrites(change),
  ];
}

function suggestionWrites({ suggestion, keys }: CoverageChange): Write[] {
  if (!suggestion) return [];
  const { after, versionBefore } = suggestion;
  const condition: Condition =
    versionBefore === null ? { absent: 'pk' } : { equals: ['version', versionBefore] };
  return [
    { put: { key: suggestionKey(after.suggestionId), item: { type: 'Suggestion', ...after }, condition } },
    ...keys.map(({ key, before }): Write => {
      const own = articleKey(after.campaignId, key);
      const item = { type: 'ArticleKey', keyDigest: own.sort, suggestionId: after.suggestionId };
      const unchanged: Condition = before === null ? { absent: 'pk' } : { equals: ['suggestionId', before] };
      return { put: { key: own, item, condition: unchanged } };
    }),
  ];
}

/** Its version counts, so that whoever has read it without its group decides anew. */
function originalWrite({ original }: CoverageChange): Write[] {
  if (!original) return [];
  const { suggestionId, syndicationGroupId } = original;
  const change = { set: { syndicationGroupId }, add: { version: 1 } };
  return [{ update: { key: suggestionKey(suggestionId), ...change, condition: { present: 'pk' } } }];
}

function clippingWrites({ clipping }: CoverageChange): Write[] {
  if (!clipping) return [];
  if ('deleted' in clipping) {
    return [{ delete: { key: clippingKey(clipping.deleted.clippingId), condition: { present: 'pk' } } }];
  }
  const { created } = clipping;
  const condition = { absent: 'pk' } as const;
  return [
    { put: { key: clippingKey(created.clippingId), item: { type: 'Clipping', ...created }, condition } },
  ];
}

/** Also where no figure changes: what belongs to a tracker that is gone must not be written. */
function trackerWrite({ trackerId, totals }: CoverageChange): Write {
  const add = Object.fromEntries(Object.entries(totals).map(([name, count]) => [`totals.${name}`, count]));
  const key = trackerKey(trackerId);
  const condition = { present: 'pk' } as const;
  return Object.keys(add).length === 0 ? { check: { key, condition } } : { update: { key, add, condition } };
}

function channelWrites({ trackerId, channels }: CoverageChange): Write[] {
  return channels.map(({ channelId, newArticles, ...set }) => ({
    update: {
      key: channelKey(trackerId, channelId),
      set,
      add: { articlesFound: newArticles },
      condition: { present: 'pk' },
    },
  }));
}

function equals(attribute: string, value: string | undefined): Condition | undefined {
  return value === undefined ? undefined : { equals: [attribute, value] };
}

function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? undefined : { all: given };
}
