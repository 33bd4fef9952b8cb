import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Collection, WorldStore } from '../world-store.ts';

/** How a publisher's feed can be made to fail, until it is mended. */
export const FeedFault = z.enum(['error', 'not_found', 'throttled', 'slow', 'not_a_feed', 'cut']);
export type FeedFault = z.infer<typeof FeedFault>;

export const Publisher = z.object({
  host: z.string(),
  name: z.string(),
  language: z.string(),
  format: z.enum(['rss', 'atom', 'rdf']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  feedPath: z.string(),
  fault: FeedFault.nullable(),
  /** Where the feed has moved for good. */
  movedTo: z.string().nullable(),
});
export type Publisher = z.infer<typeof Publisher>;

export const Article = z.object({
  id: z.string(),
  host: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Its address; a press review links to the articles of others. */
  url: z.string(),
  publishedAt: z.string(),
});
export type Article = z.infer<typeof Article>;

export interface NewsState {
  publishers: Collection<Publisher>;
  articles: Collection<Article>;
  /** Stores an article; its id follows from its publisher and address. */
  publish(article: Omit<Article, 'id'>): Article;
  articlesOf(host: string): Article[];
}

export function openNewsState(store: WorldStore): NewsState {
  const publishers = store.collection('news.publishers', Publisher);
  const articles = store.collection('news.articles', Article);
  return {
    publishers,
    articles,
    publish: (article) => {
      const id = createHash('sha256')
        .update(`${article.host} ${article.url}`)
        .digest('base64url')
        .slice(0, 24);
      const published = { ...article, id };
      articles.put(id, published);
      return published;
    },
    articlesOf: (host) => newestFirst(articles.all().filter((article) => article.host === host)),
  };
}

export function newestFirst(articles: Article[]): Article[] {
  return articles.toSorted((first, second) => (first.publishedAt < second.publishedAt ? 1 : -1));
}

/** The path of an article at its publisher: `Bean Bar opens` → `/2026/11/20/bean-bar-opens`. */
export function articlePath(title: string, publishedAt: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return `/${publishedAt.slice(0, 10).replaceAll('-', '/')}/${words.replaceAll(/^-+|-+$/g, '')}`;
}
