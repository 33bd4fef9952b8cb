import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedsNamedBy, probeAddress, websiteFetcher } from '../../../shared/infra/feeds/probe-address.ts';
import { type FeedHosts, rssFeed, startFeedHosts } from '../../support/feed-host.ts';

let hosts: FeedHosts;
beforeEach(async () => {
  hosts = await startFeedHosts();
});
afterEach(() => hosts.stop());

describe('feedsNamedBy', () => {
  it('PM-02 resolves relative addresses, by the base that the page declares', () => {
    const html = `<html><head><base href="/de/"><link rel="alternate" type="application/rss+xml" href="feed.xml">
      <LINK REL='home Alternate' TYPE='application/atom+xml; charset=utf-8' HREF='//feeds.paper.example/atom'>`;
    expect(feedsNamedBy(html, 'https://paper.example/start')).toEqual([
      'https://paper.example/de/feed.xml',
      'https://feeds.paper.example/atom',
    ]);
  });

  it.each([
    '<link rel="alternate" hreflang="de" href="/de">',
    '<link rel="stylesheet" type="application/rss+xml" href="/feed">',
    '<link rel="alternate" type="application/rss+xml">',
    '<!-- <link rel="alternate" type="application/rss+xml" href="/feed"> -->',
  ])('PM-02 finds no feed in %s', (html) => {
    expect(feedsNamedBy(html, 'https://paper.example/')).toEqual([]);
  });
});

describe('probeAddress', () => {
  const probe = (address: string) => probeAddress(websiteFetcher({ outside: hosts.outside }))(address);

  it('PM-02 verifies a feed by parsing it, wherever redirects lead', async () => {
    hosts.serve('https://paper.example/rss', { status: 301, headers: { location: '/feed/' } });
    const body = rssFeed('Paper', [{ title: 'News', link: 'https://paper.example/1' }]);
    hosts.serve('https://paper.example/feed/', { body });
    expect(await probe('https://paper.example/rss')).toMatchObject({
      finalUrl: 'https://paper.example/feed/',
      feed: { title: 'Paper' },
      namedFeeds: [],
    });
  });

  it('PM-02 reads a page for what it names', async () => {
    const body = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed"><p>Hello';
    hosts.serve('https://paper.example/', { headers: { 'content-type': 'text/html' }, body });
    expect(await probe('https://paper.example/')).toEqual({
      finalUrl: 'https://paper.example/',
      feed: null,
      namedFeeds: ['https://paper.example/feed'],
    });
  });

  it('PM-02 finds nothing where nothing is', async () => {
    expect(await probe('https://paper.example/atom.xml')).toBeUndefined();
  });
});
