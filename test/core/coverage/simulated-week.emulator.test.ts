import { expect, it } from 'vitest';
import { endExpiredTrackers } from '../../../shared/core/campaigns/end-tracker.ts';
import { googleNewsSearchUrl } from '../../../shared/core/coverage/google-news.ts';
import { dueItems } from '../../../shared/infra/dynamo/due-index.ts';
import { rssFeed } from '../../support/feed-host.ts';
import { openPressRoom } from '../../support/press-room.ts';

const { clock, desk, nextMorning } = openPressRoom();
const Keywords = ['Bean Bar', 'Lisbon'];

it('PM-06 to PM-11 follow a campaign through a week, to its end', async () => {
  const press = desk();
  const feed = (paper: string) => press.own(`https://${paper}.example/feed`);
  const [herald, magazin, courier] = ['daily-herald', 'kaffee-magazin', 'city-courier'].map(feed);
  if (!herald || !magazin || !courier) throw new Error('There are three papers.');
  const news = googleNewsSearchUrl(Keywords, 'en-US');
  const article = (paper: string, path: string, title: string) => ({
    title,
    link: press.own(`https://${paper}.example${path}`),
  });
  const opening = article('daily-herald', '/bean-bar', 'Bean Bar opens second shop');
  const quoted = { ...opening, link: `${opening.link}/amp?utm_source=rss` };
  const lisbon = article('city-courier', '/lisbon', 'Bean Bar goes to Lisbon');
  const atGoogle = {
    title: `${lisbon.title} - City Courier`,
    link: 'https://news.google.com/rss/articles/CBMilisbon?oc=5',
    guid: 'CBMilisbon',
    source: { name: 'City Courier', url: new URL(lisbon.link).origin },
  };
  const serve = (address: string, items: Parameters<typeof rssFeed>[1]) =>
    press.hosts.serve(address, { body: rssFeed('A paper', items) });
  for (const address of [herald, magazin, courier, news]) serve(address, []);
  const recipients = [];
  for (const [title, address] of [
    ['Daily Herald', herald],
    ['Kaffee Magazin', magazin],
    ['City Courier', courier],
  ] as const) {
    recipients.push((await press.outlet(press.context, title, [address])).contactId);
  }
  const { trackerId } = await press.campaign(press.context, recipients, {
    keywords: Keywords,
    minMatchScore: 100,
    sources: { googleNews: true, rssFeeds: [] },
  });
  const channels = () => press.trackers.channels(press.context, trackerId);
  const resting = async () =>
    (await channels())
      .filter(({ isActive }) => !isActive)
      .map(({ sourceName }) => sourceName)
      .toSorted();
  const suggestion = async (title: string) =>
    (await press.allSuggestions(press.context)).find((found) => found.title === title);

  // Monday to Wednesday: one feed, the same article every day, in a feed that changes every day.
  for (const day of ['Monday', 'Tuesday', 'Wednesday']) {
    serve(herald, [opening, article('daily-herald', `/${day}`, `Something else on ${day}`)]);
    await press.crawl();
    expect(await suggestion(opening.title)).toMatchObject({
      status: 'pending',
      confidence: 'low',
      sources: [{ sourceName: 'Daily Herald', matchScore: 50 }],
    });
    expect(await press.allClippings(press.context)).toEqual([]);
    nextMorning();
  }

  // Thursday: a second publication names the article; Google News knows another one.
  serve(magazin, [quoted]);
  serve(news, [atGoogle]);
  await press.crawl();
  expect(await suggestion(opening.title)).toMatchObject({ status: 'auto_confirmed', confidence: 'medium' });
  expect(await suggestion(lisbon.title)).toMatchObject({
    status: 'auto_confirmed',
    confidence: 'medium',
    normalizedUrl: null,
    sources: [{ type: 'google_news', matchScore: 100 }],
  });
  expect(await press.allClippings(press.context)).toHaveLength(2);
  expect(await resting()).toEqual(['Daily Herald', 'Kaffee Magazin']);
  nextMorning();

  // Friday: the publisher's own feed has it, too: one article, now with an address; its feed rests as well.
  serve(courier, [lisbon]);
  await press.crawl();
  expect(await suggestion(lisbon.title)).toMatchObject({
    normalizedUrl: new URL(lisbon.link).host.concat('/lisbon'),
    sources: [{ type: 'google_news' }, { type: 'rss_feed', sourceName: 'City Courier' }],
  });
  expect(await resting()).toEqual(['City Courier', 'Daily Herald', 'Kaffee Magazin']);
  nextMorning();

  // The weekend: Google News goes on alone, and the same article on the seventh day is still no news.
  const before = {
    suggestions: await press.allSuggestions(press.context),
    requests: press.requests().length,
  };
  for (const day of ['Saturday', 'Sunday']) {
    serve(news, [atGoogle, { ...atGoogle, title: `About tea on ${day} - Tea Times`, guid: day }]);
    await press.crawl();
    nextMorning();
  }
  expect(await press.allSuggestions(press.context)).toEqual(before.suggestions);
  expect(press.requests()).toHaveLength(before.requests);
  expect(await press.allClippings(press.context)).toHaveLength(2);
  expect((await press.trackers.tracker(press.context, trackerId))?.totals).toEqual({
    articlesFound: 2,
    autoConfirmed: 2,
    manuallyAdded: 0,
    markedAsSpam: 0,
  });

  // The period is over: the tracker ends before the crawl, and nothing is read for it any more.
  clock.advance({ days: 30 });
  const read = press.hosts.requests.length;
  const due = dueItems(press.table, 'tracker', clock.now());
  await endExpiredTrackers(press, due, clock.now());
  await press.crawl();
  expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({ status: 'ended' });
  expect(press.hosts.requests).toHaveLength(read);
});
