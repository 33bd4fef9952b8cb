import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../../shared/core/coverage/feed-document.ts';
import { detectFeeds, type ProbedAddress } from '../../../shared/core/publications/detect-feeds.ts';

const Site = 'https://paper.example/';

function aFeed(title: string, ...links: string[]): FeedDocument {
  const rest = { id: '', publishedAt: null, content: '', imageUrl: null, publisher: null };
  return { title, link: Site, items: links.map((link) => ({ title: link, link, ...rest })) };
}

/** Probes a web of these addresses; a string redirects. */
function probing(web: Record<string, FeedDocument | string[] | string>) {
  return async function probe(url: string): Promise<ProbedAddress | undefined> {
    const found = web[url];
    if (found === undefined) return undefined;
    if (typeof found === 'string') return probe(found);
    return Array.isArray(found)
      ? { finalUrl: url, feed: null, namedFeeds: found }
      : { finalUrl: url, feed: found, namedFeeds: [] };
  };
}

describe('detectFeeds', () => {
  it('PM-02 unites the feeds that the page names with those at the usual paths', async () => {
    const probe = probing({
      [Site]: [`${Site}sport.xml`, `${Site}missing.xml`],
      [`${Site}sport.xml`]: aFeed('Sport', 'https://paper.example/goal'),
      [`${Site}feed`]: aFeed('All', 'https://paper.example/news'),
    });
    expect(await detectFeeds(probe, Site, [])).toEqual([
      { url: `${Site}sport.xml`, title: 'Sport', isNew: true },
      { url: `${Site}feed`, title: 'All', isNew: true },
    ]);
  });

  it('PM-02 counts addresses that lead to one feed, or list the same articles, once', async () => {
    const probe = probing({
      [Site]: [`${Site}feed`],
      [`${Site}feed`]: aFeed('All', 'https://paper.example/news'),
      [`${Site}rss`]: `${Site}feed`,
      [`${Site}atom.xml`]: aFeed('All, as Atom', 'https://paper.example/news'),
    });
    expect(await detectFeeds(probe, Site, [])).toEqual([{ url: `${Site}feed`, title: 'All', isNew: true }]);
  });

  it('PM-02 adds no second address of a feed that is known', async () => {
    const probe = probing({
      [Site]: [],
      [`${Site}old-feed`]: aFeed('All', 'https://paper.example/news'),
      [`${Site}feed`]: aFeed('All', 'https://paper.example/news'),
    });
    expect(await detectFeeds(probe, Site, [`${Site}old-feed`])).toEqual([
      { url: `${Site}old-feed`, title: 'All', isNew: false },
    ]);
  });

  it('PM-02 takes a website that is a feed itself, and leaves what is none', async () => {
    const probe = probing({ [Site]: aFeed('All'), [`${Site}feed`]: [] });
    expect(await detectFeeds(probe, Site, [])).toEqual([{ url: Site, title: 'All', isNew: true }]);
  });
});
