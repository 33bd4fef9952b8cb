import { keptUntil } from '../../core/accounts/retention.ts';
import { Content } from '../../core/content/content.ts';
import type { ContentStore } from '../../core/content/ports.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const contentKey = (contentId: string): Key => ({ partition: 'CONTENT', sort: contentId });

/** One sample a day: enough to plot, and the last of a day replaces the ones before. */
const sampleKey = (contentId: string, day: string): Key => ({
  partition: `CONTENT#${contentId}`,
  sort: `STATISTICS#${day}`,
});

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
            set: { type: 'Content', ...seen },
            setIfAbsent: { campaignId },
            expiresAt,
          },
        },
        { put: { key: sampleKey(content.contentId, day), item: sample, expiresAt } },
      ]);
    },
  };
}
