import type { JobPart } from '../activity/job.ts';
import type { FeedState } from './feed-state.ts';

/** The most feeds that one message carries. */
const FeedsPerBatch = 300;

/** Feeds of one host, to be read one after another. */
export interface HostBatch {
  host: string;
  feeds: { feedId: string; url: string }[];
  /** Whom to tell when they have been read. */
  job?: JobPart | undefined;
}

/** PM-06: each feed once, grouped by host, so that no host is asked for two feeds at the same time. */
export function planCrawl(states: readonly Pick<FeedState, 'feedId' | 'url' | 'movedTo'>[]): HostBatch[] {
  const distinct = [...new Map(states.map((state) => [state.feedId, state])).values()];
  const byHost = Map.groupBy(distinct, ({ url, movedTo }) => URL.parse(movedTo ?? url)?.host ?? '');
  return [...byHost].flatMap(([host, ofHost]) => {
    const feeds = ofHost.map(({ feedId, url, movedTo }) => ({ feedId, url: movedTo ?? url }));
    const batches = Math.ceil(feeds.length / FeedsPerBatch);
    return Array.from({ length: batches }, (_, batch) => ({
      host,
      feeds: feeds.slice(batch * FeedsPerBatch, (batch + 1) * FeedsPerBatch),
    }));
  });
}
