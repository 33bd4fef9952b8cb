import type { Instant } from '../kernel/time.ts';

/** An entry of a feed in one form for all formats; texts that the feed does not give are empty. */
export interface FeedItem {
  /** As published: may hold markup. */
  title: string;
  link: string;
  /** The feed's own identifier of the entry. */
  id: string;
  publishedAt: Instant | null;
  /** As published: summary and full text, may hold markup. */
  content: string;
  imageUrl: string | null;
  /** RSS's `source`: who published the article where the feed is an aggregator. */
  publisher: { name: string; url: string } | null;
}

export interface FeedDocument {
  title: string;
  link: string;
  items: FeedItem[];
}
