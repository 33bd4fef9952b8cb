import { describe, expect, it } from 'vitest';
import { reactivateChannel } from '../../../shared/core/campaigns/check-tracker.ts';
import { enterClipping } from '../../../shared/core/coverage/enter-clipping.ts';
import { googleNewsSearchUrl } from '../../../shared/core/coverage/google-news.ts';
import {
  confirmSuggestion,
  markClippingAsSpam,
  markSuggestionAsSpam,
} from '../../../shared/core/coverage/review-suggestion.ts';
import { rssFeed } from '../../support/feed-host.ts';
import { openPressRoom } from '../../support/press-room.ts';

const Herald = 'https://daily-herald.example/feed';
const Magazin = 'https://kaffee-magazin.example/feed';
const opening = {
  title: 'Bean Bar opens second shop',
  link: 'https://daily-herald.example/business/bean-bar?utm_source=rss',
};
const { clock, desk, nextMorning } = openPressRoom();

describe('from feeds to coverage', () => {
  it('PM-09 sees the same article in one feed on seven days as one source', async () => {
    const press = desk();
    const { contactId } = await press.outlet(press.context, 'Daily Herald', [press.own(Herald)]);
    await press.campaign(press.context, [contactId], { keywords: ['Bean Bar', 'Lisbon'] });
    for (let day = 0; day < 7; day += 1) {
      press.hosts.serve(press.own(Herald), { body: rssFeed(`Daily Herald, day ${day}`, [opening]) });
      await press.crawl();
      nextMorning();
    }

    const [suggestion, ...others] = await press.allSuggestions(press.context);
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({ status: 'pending', confidence: 'low', averageMatchScore: 50 });
    expect(suggestion?.sources.map((source) => source.sourceName)).toEqual(['Daily Herald']);
    expect(press.requests()).toHaveLength(7);
    expect(await press.allClippings(press.context)).toEqual([]);
  });

  it('PM-10 PM-11 confirms by a second source: one clipping, and the feeds that found it rest', async () => {
    const press = desk();
    const article = { ...opening, link: press.own(opening.link) };
    const herald = await press.outlet(press.context, 'Daily Herald', [press.own(Herald)]);
    const magazin = await press.outlet(press.context, 'Kaffee Magazin', [press.own(Magazin)]);
    const recipients = [herald.contactId, magazin.contactId];
    const { campaignId, trackerId } = await press.campaign(press.context, recipients, {
      keywords: ['Bean Bar', 'Lisbon'],
    });
    press.hosts.serve(press.own(Herald), { body: rssFeed('Daily Herald', [article]) });
    press.hosts.serve(press.own(Magazin), { body: rssFeed('Kaffee Magazin', []) });
    await press.crawl();
    nextMorning();
    const quoted = {
      ...article,
      link: article.link.replace('https:', 'http:').replace('?utm_source=rss', '/amp'),
    };
    press.hosts.serve(press.own(Magazin), { body: rssFeed('Kaffee Magazin', [quoted]) });
    await press.crawl();

    const [clipping, ...others] = await press.allClippings(press.context);
    expect(others).toEqual([]);
    expect(clipping).toMatchObject({
      campaignId,
      title: opening.title,
      url: article.link,
      outlet: 'Daily Herald',
      publishedAt: '2026-11-20T08:00:00.000Z' > clock.now() ? null : '2026-11-20T08:00:00.000Z',
      sentiment: 'neutral',
      detection: 'automated',
      createdBy: 'earshot',
      verifiedBy: null,
    });
    const [suggestion] = await press.allSuggestions(press.context);
    expect(suggestion).toMatchObject({
      status: 'auto_confirmed',
      clippingId: clipping?.clippingId,
      confidence: 'medium',
    });
    expect(suggestion?.sources.map((source) => source.sourceName)).toEqual([
      'Daily Herald',
      'Kaffee Magazin',
    ]);
    const channels = await press.trackers.channels(press.context, trackerId);
    expect(
      channels.map(({ isActive, isFound, articlesFound }) => ({ isActive, isFound, articlesFound })),
    ).toEqual([
      { isActive: false, isFound: true, articlesFound: 1 },
      { isActive: false, isFound: true, articlesFound: 1 },
    ]);
    expect((await press.trackers.tracker(press.context, trackerId))?.totals).toEqual({
      articlesFound: 1,
      autoConfirmed: 1,
      manuallyAdded: 0,
      markedAsSpam: 0,
    });
    nextMorning();
    expect(await press.crawl()).toMatchObject([{ read: 0 }, { read: 0 }]);
    expect(
      (await press.publications.find(press.context, herald.publication.publicationId))?.totalArticlesFound,
    ).toBe(1);
  });

  it('PM-11 makes exactly one clipping when many crawls report the article at once', async () => {
    const press = desk();
    const feeds = Array.from({ length: 6 }, (_, index) => press.own(`https://paper-${index}.example/feed`));
    const { trackerId } = await press.campaign(press.context, [], {
      sources: { googleNews: false, rssFeeds: feeds },
    });
    for (const feed of feeds) press.hosts.serve(feed, { body: rssFeed('A paper', [opening]) });
    const states = await press.feeds.states(
      (await press.trackers.channels(press.context, trackerId)).map((c) => c.feedId),
    );
    const crawlers = states.flatMap(({ feedId, url }) => {
      const batch = [{ host: new URL(url).host, feeds: [{ feedId, url }] }];
      return [press.crawlBatches(batch), press.crawlBatches(batch)];
    });
    const outcomes = (await Promise.all(crawlers)).flat();

    expect(outcomes.flatMap(({ unrecorded }) => unrecorded)).toEqual([]);
    expect(await press.allClippings(press.context)).toHaveLength(1);
    const [suggestion, ...others] = await press.allSuggestions(press.context);
    expect(others).toEqual([]);
    expect(suggestion?.sources).toHaveLength(6);
    expect(suggestion?.confidence).toBe('very_high');
    expect((await press.trackers.tracker(press.context, trackerId))?.totals).toMatchObject({
      articlesFound: 1,
      autoConfirmed: 1,
    });
  });

  it('PM-08 recognises an article of Google News and of a feed as one, whichever comes first', async () => {
    const press = desk();
    const news = googleNewsSearchUrl(['Bean Bar', 'Lisbon'], 'en-US');
    const herald = { name: 'Daily Herald', url: 'https://www.daily-herald.example' };
    const atGoogle = {
      title: 'Bean Bar goes to Lisbon - Daily Herald',
      link: 'https://news.google.com/rss/articles/CBMiabc?oc=5',
      guid: 'CBMiabc',
      source: herald,
    };
    const atHome = { title: 'Bean Bar goes to Lisbon', link: 'https://daily-herald.example/bean-bar-lisbon' };
    press.hosts.serve(news, { body: rssFeed('Google News', [atGoogle]) });
    press.hosts.serve(press.own(Herald), { body: rssFeed('Daily Herald', []) });
    await press.campaign(press.context, [], {
      keywords: ['Bean Bar', 'Lisbon'],
      minMatchScore: 100,
      sources: { googleNews: true, rssFeeds: [press.own(Herald)] },
    });
    await press.crawl();
    const [googled] = await press.allSuggestions(press.context);
    nextMorning();
    press.hosts.serve(press.own(Herald), { body: rssFeed('Daily Herald', [atHome]) });
    await press.crawl();

    const suggestions = await press.allSuggestions(press.context);
    expect(googled).toMatchObject({ title: 'Bean Bar goes to Lisbon', normalizedUrl: null });
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({
      suggestionId: googled?.suggestionId,
      articleUrl: atHome.link,
      normalizedUrl: 'daily-herald.example/bean-bar-lisbon',
    });
    expect(suggestions[0]?.sources.map((source) => source.type)).toEqual(['google_news', 'rss_feed']);
    const channels = await press.trackers.channels(press.context, suggestions[0]?.trackerId ?? '');
    const active = channels.filter(({ isActive }) => isActive).map(({ sourceType }) => sourceType);
    expect(active).toEqual(['google_news']);
  });

  it('PM-08 groups the copies of one text that several publishers print, each an article of its own', async () => {
    const press = desk();
    const description =
      'The roastery from Porto opens its second shop in Lisbon on Friday and wants to employ twelve people there.';
    const title = 'Bean Bar opens second shop';
    const outlets = [Herald, Magazin].map((address) => press.own(address));
    for (const feed of outlets) {
      const link = new URL('/bean-bar', feed).href;
      press.hosts.serve(feed, { body: rssFeed('A paper', [{ title, link, description }]) });
    }
    await press.campaign(press.context, [], { sources: { googleNews: false, rssFeeds: outlets } });
    await press.crawl();
    nextMorning();
    await press.crawl();

    const suggestions = await press.allSuggestions(press.context);
    const groups = new Set(suggestions.map(({ syndicationGroupId }) => syndicationGroupId));
    expect(suggestions.map(({ sources }) => sources.length)).toEqual([1, 1]);
    expect([...groups]).toEqual([expect.stringMatching(/^syn_/)]);
    const [syndicationGroupId = ''] = [...groups];
    const listed = await press.coverage.suggestions(
      press.context,
      { syndicationGroupId: syndicationGroupId ?? '' },
      { limit: 10 },
    );
    expect(listed.items).toEqual(suggestions);
    expect(await press.allClippings(press.context)).toHaveLength(2);
  });

  it('PM-11 lets a person confirm, and turns it back when the clipping is spam', async () => {
    const press = desk();
    press.hosts.serve(press.own(Herald), { body: rssFeed('Daily Herald', [opening]) });
    const sources = { googleNews: false, rssFeeds: [press.own(Herald)] };
    const { trackerId } = await press.campaign(press.context, [], {
      keywords: ['Bean Bar', 'Lisbon'],
      sources,
    });
    await press.crawl();
    const [pending] = await press.allSuggestions(press.context);
    const { suggestionId = '' } = pending ?? {};
    const confirmed = await confirmSuggestion(press, press.context, suggestionId, clock.now());
    const again = await confirmSuggestion(press, press.context, suggestionId, clock.now());

    expect(again).toEqual(confirmed);
    expect(confirmed).toMatchObject({ status: 'confirmed', reviewedBy: 'mem_ana', autoConfirmedAt: null });
    const [clipping] = await press.allClippings(press.context);
    expect(clipping).toMatchObject({
      clippingId: confirmed.clippingId,
      createdBy: 'mem_ana',
      verifiedBy: 'mem_ana',
    });
    expect(await press.trackers.channels(press.context, trackerId)).toMatchObject([
      { isActive: false, isFound: true },
    ]);

    await markClippingAsSpam(press, press.context, confirmed.clippingId ?? '', null, clock.now());
    nextMorning();
    await press.crawl();
    expect(await press.allClippings(press.context)).toEqual([]);
    expect(await press.allSuggestions(press.context)).toMatchObject([
      { status: 'spam', clippingId: null, spamMarkedBy: 'mem_ana' },
    ]);
    expect(await press.trackers.channels(press.context, trackerId)).toMatchObject([
      { isActive: true, isFound: false },
    ]);
    expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({
      totals: { articlesFound: 1, autoConfirmed: 0, manuallyAdded: 0, markedAsSpam: 1 },
    });
  });

  it('PM-11 corrects the totals when what confirmed itself was spam, and a person can reactivate a channel', async () => {
    const press = desk();
    press.hosts.serve(press.own(Herald), { body: rssFeed('Daily Herald', [opening]) });
    const sources = { googleNews: false, rssFeeds: [press.own(Herald)] };
    const { trackerId } = await press.campaign(press.context, [], { sources });
    await press.crawl();
    const [channel] = await press.trackers.channels(press.context, trackerId);
    const check = { ...press, send: async () => undefined };
    const active = await reactivateChannel(
      check,
      press.context,
      trackerId,
      channel?.channelId ?? '',
      clock.now(),
    );
    expect(active).toMatchObject({ isActive: true, isFound: true });

    const [suggestion] = await press.allSuggestions(press.context);
    await markSuggestionAsSpam(press, press.context, suggestion?.suggestionId ?? '', null, clock.now());
    expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({
      totals: { articlesFound: 1, autoConfirmed: 0, manuallyAdded: 0, markedAsSpam: 1 },
    });
  });

  it('PM-13 counts what a person entered on the tracker', async () => {
    const press = desk();
    const { campaignId, trackerId } = await press.campaign(press.context, []);
    const entry = {
      campaignId,
      projectId: null,
      title: 'Bean Bar, page 3',
      url: null,
      excerpt: '',
      publishedAt: null,
      outlet: 'Evening Post',
      outletType: 'print',
      publicationId: null,
      sentiment: 'positive',
    } as const;
    const clipping = await enterClipping(press, press.context, entry, clock.now());

    expect(await press.allClippings(press.context)).toEqual([clipping]);
    expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({
      totals: { manuallyAdded: 1 },
    });
    await markClippingAsSpam(press, press.context, clipping.clippingId, null, clock.now());
    expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({
      totals: { manuallyAdded: 0, markedAsSpam: 1 },
    });
  });
});
