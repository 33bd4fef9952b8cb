import type { HostBatch } from '../../core/coverage/plan-crawl.ts';
import { newId } from './clock.ts';
import { sendTo } from './queues.ts';

/** Hands batches of feeds to the crawlers; all of one call belong to one crawl. */
export function sendFeedBatches(batches: readonly HostBatch[]): Promise<void> {
  const crawlId = newId('crawl');
  return sendTo(
    'feeds',
    batches.map((batch) => ({ body: { ...batch, crawlId } })),
  );
}
