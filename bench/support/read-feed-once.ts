import { feedFetcher, fetchFeed } from '../../shared/infra/feeds/fetch-feed.ts';

/** A process that reads the feed of its argument and says how it went; its memory is the reader's alone. */
const megabyte = 1024 * 1024;
const megabytesSoFar = () => Math.round((process.resourceUsage().maxRSS * 1024) / megabyte);

const fetch = fetchFeed(feedFetcher({ outside: (url) => url, mayConnect: () => true }), Date.now);
const megabytesBefore = megabytesSoFar();
const startedAt = performance.now();
const outcome = await fetch({ url: process.argv[2] ?? '', etag: null, lastModified: null });
const reason = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
const milliseconds = Math.round(performance.now() - startedAt);
console.log(JSON.stringify({ milliseconds, megabytesBefore, megabytes: megabytesSoFar(), reason }));
