import { readFile, stat } from 'node:fs/promises';
import type { FeedDocument } from '../shared/core/coverage/feed-document.ts';
import { assertFeedSize } from '../shared/infra/feeds/feed-limits.ts';
import { feedFetcher, fetchFeed } from '../shared/infra/feeds/fetch-feed.ts';
import { readFeed } from '../shared/infra/feeds/read-feed.ts';

/**
 * `npm run feed -- FILE_OR_URL…`: prints one JSON line per feed, as Earshot reads it. A feed that cannot be read is a
 * line with its error; the command itself goes on. `--allow-private` also reads addresses of the own network.
 */
const mayConnect = process.argv.includes('--allow-private') ? () => true : undefined;
const fetchFromWeb = fetchFeed(
  feedFetcher({ outside: (url) => url, ...(mayConnect && { mayConnect }) }),
  Date.now,
);

async function read(source: string): Promise<FeedDocument> {
  if (/^https?:/i.test(source)) {
    const fetched = await fetchFromWeb({ url: source, etag: null, lastModified: null });
    if (fetched.kind !== 'read')
      throw new Error(fetched.kind === 'failed' ? fetched.reason : 'The feed has not changed.');
    return fetched.document;
  }
  assertFeedSize((await stat(source)).size);
  return readFeed({ bytes: await readFile(source), contentType: null, url: null });
}

async function lineFor(source: string): Promise<object> {
  try {
    const { title, link, items } = await read(source);
    const shown = items.map(({ title, link, id, publishedAt }) => ({ title, link, id, publishedAt }));
    return { source, ok: true, title, link, items: shown };
  } catch (error) {
    return {
      source,
      ok: false,
      error: error instanceof Error ? error.message : String(error),
      title: '',
      link: '',
      items: [],
    };
  }
}

const sources = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (sources.length === 0) {
  console.error('Usage: npm run feed -- FILE_OR_URL…');
  process.exitCode = 2;
}
for (const source of sources) console.log(JSON.stringify(await lineFor(source)));
