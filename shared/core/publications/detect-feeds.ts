import { feedUrlOf } from '../campaigns/tracker.ts';
import type { FeedDocument } from '../coverage/feed-document.ts';
import { WebAddress } from './publication.ts';

/** Where publishing systems put their feeds. */
const UsualPaths = [
  '/feed',
  '/rss',
  '/feed.xml',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
];
/** A page that names more feeds than these has one for each of its articles or topics. */
const MostNamedFeeds = 10;
const MostKnownFeeds = 10;
/** So many entries tell whether two addresses serve the same feed. */
const ComparedEntries = 5;

/** What was found at an address. */
export interface ProbedAddress {
  /** After all redirects. */
  finalUrl: string;
  /** What it is read as; null when it is no feed. */
  feed: FeedDocument | null;
  /** The feeds that a page names as its alternates, resolved. */
  namedFeeds: string[];
}

/** Reads an address within a few seconds; undefined when nothing usable answers. */
export type ProbeAddress = (url: string) => Promise<ProbedAddress | undefined>;

export interface DetectedFeed {
  url: string;
  title: string;
  /** Not among the feeds that were known before. */
  isNew: boolean;
}

/**
 * PM-02: the feeds of a website: those that its page names and those at the usual paths, each verified by reading it.
 * Addresses that lead to one feed count once; a feed that is known already stays what it is.
 */
export async function detectFeeds(
  probe: ProbeAddress,
  websiteUrl: string,
  knownFeeds: readonly string[],
): Promise<DetectedFeed[]> {
  const usual = UsualPaths.map((path) => new URL(path, websiteUrl).href);
  const [page, known, atUsualPaths] = await Promise.all([
    probe(websiteUrl),
    probeAll(probe, knownFeeds.slice(0, MostKnownFeeds)),
    probeAll(probe, usual),
  ]);
  const named = [...new Set(page?.namedFeeds)].filter((url) => !usual.includes(url)).slice(0, MostNamedFeeds);
  const found = [
    ...known.map((address) => ({ ...address, isNew: false })),
    ...[...(page ? [page] : []), ...(await probeAll(probe, named)), ...atUsualPaths].map((address) => ({
      ...address,
      isNew: !knownFeeds.some((url) => feedUrlOf(url) === feedUrlOf(address.finalUrl)),
    })),
  ];
  return distinct(found);
}

async function probeAll(probe: ProbeAddress, urls: readonly string[]): Promise<ProbedAddress[]> {
  return (await Promise.all(urls.map(probe))).filter((address) => address !== undefined);
}

function distinct(addresses: readonly (ProbedAddress & { isNew: boolean })[]): DetectedFeed[] {
  const seen = new Set<string>();
  return addresses.flatMap(({ finalUrl, feed, isNew }) => {
    if (feed === null || !WebAddress.safeParse(finalUrl).success) return [];
    const marks = [feedUrlOf(finalUrl), ...contentMark(feed)];
    const isRepeated = marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    return isRepeated ? [] : [{ url: finalUrl, title: feed.title, isNew }];
  });
}

/** Two addresses that list the same articles are one feed in two formats. */
function contentMark({ items }: FeedDocument): string[] {
  const links = items.slice(0, ComparedEntries).map(({ link }) => link);
  return links.length === 0 ? [] : [JSON.stringify(links)];
}
