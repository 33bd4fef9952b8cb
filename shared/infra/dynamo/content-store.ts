import * as z from 'zod';
import { keptUntil } from '../../core/accounts/retention.ts';
import { Content } from '../../core/content/content.ts';
import type { ContentFilter, ContentStore } from '../../core/content/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';

const contentKey = (contentId: string): Key => ({ partition: 'CONTENT', sort: contentId });

const ListPartition = 'CONTENT';
const SamplePrefix = 'STATISTICS#';
const Sample = Content.shape.statistics.extend({ day: z.string() });

/** One sample a day: enough to plot, and the last of a day replaces the ones before. */
const sampleKey = (contentId: string, day: string): Key => ({
  partition: `CONTENT#${contentId}`,
  sort: `${SamplePrefix}${day}`,
});

/** What a list is narrowed down by; the rest is read where it lies. */
function summaryOf({ contentId, accountId, provider }: Content): Item {
  return { contentId, accountId, provider };
}

function conditionOf({ accountId, provider }: ContentFilter): Condition | undefined {
  const all = Object.entries({ accountId, provider }).flatMap(([field, value]) =>
    value === undefined ? [] : [{ equals: [`summary.${field}`, value] } as const],
  );
  return all.length > 0 ? { all } : undefined;
}

export function contentStore(table: Table): ContentStore {
  return {
    async findMany(context, contentIds) {
      const items = await table.tenant(context).getMany(contentIds.map(contentKey));
      return items.map((item) => Content.parse(item));
    },
    async save(context, content) {
      const { campaignId, ...seen } = content;
      const day = content.capturedAt.slice(0, 'YYYY-MM-DD'.length);
      const expiresAt = keptUntil(content.provider, content.capturedAt);
      const sample = { type: 'ContentStatistics', contentId: content.contentId, day, ...content.statistics };
      await table.tenant(context).transact([
        {
          update: {
            key: contentKey(content.contentId),
            set: { type: 'Content', ...seen, summary: summaryOf(content) },
            setIfAbsent: { campaignId },
            inbox: { partition: ListPartition, sort: `${content.postedAt}#${content.contentId}` },
            expiresAt,
          },
        },
        { put: { key: sampleKey(content.contentId, day), item: sample, expiresAt } },
      ]);
    },
    async page(context, filter, request) {
      const query = {
        partition: ListPartition,
        index: 'inbox',
        sortBetween: [filter.from ?? '0', `${filter.until ?? '9'}~`],
        newestFirst: true,
        filter: conditionOf(filter),
        scope: `contents|${JSON.stringify(filter)}`,
      } as const;
      const { items, cursor } = await table.tenant(context).page(query, request);
      const ids = items.map(({ summary }) => String((summary as Item)['contentId']));
      const stored = await table.tenant(context).getMany(ids.map(contentKey));
      const found = new Map(stored.map((item) => [String(item['contentId']), Content.parse(item)]));
      return { items: ids.flatMap((id) => found.get(id) ?? []), ...(cursor && { cursor }) };
    },
    async series(context, contentId) {
      const samples = table
        .tenant(context)
        .all({ partition: `CONTENT#${contentId}`, sortPrefix: SamplePrefix });
      return (await Array.fromAsync(samples)).map((item) => Sample.parse(item));
    },
    async assign(context, contentId, campaignId) {
      try {
        const item = await table
          .tenant(context)
          .update(contentKey(contentId), { set: { campaignId }, condition: { present: 'contentId' } });
        return Content.parse(item);
      } catch (error) {
        if (isAppError(error, 'condition_failed')) return undefined;
        throw error;
      }
    },
  };
}
