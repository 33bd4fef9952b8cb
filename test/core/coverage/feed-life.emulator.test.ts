import { describe, expect, it } from 'vitest';
import { recordSends } from '../../../shared/core/campaigns/change-campaign.ts';
import { checkTrackerNow } from '../../../shared/core/campaigns/check-tracker.ts';
import { endExpiredTrackers } from '../../../shared/core/campaigns/end-tracker.ts';
import { followPublication } from '../../../shared/core/campaigns/refresh-affected-trackers.ts';
import { feedIdOf } from '../../../shared/core/campaigns/tracker.ts';
import { crawlFeeds } from '../../../shared/core/coverage/crawl-feeds.ts';
import { afterReading } from '../../../shared/core/coverage/feed-state.ts';
import { nextCrawlAt } from '../../../shared/core/coverage/next-crawl.ts';
import { AppError } from '../../../shared/core/kernel/errors.ts';
import { updatePublication } from '../../../shared/core/publications/save-publication.ts';
import { dueItems } from '../../../shared/infra/dynamo/due-index.ts';
import { aContext } from '../../support/contexts.ts';
import { rssFeed } from '../../support/feed-host.ts';
import { openPressRoom } from '../../support/press-room.ts';

const Herald = 'https://daily-herald.example/feed';
const Magazin = 'https://kaffee-magazin.example/feed';
const opening = {
  title: 'Bean Bar opens second shop',
  link: 'https://daily-herald.example/business/bean-bar?utm_source=rss',
};
const { clock, desk, nextMorning } = openPressRoom();

describe('the life of feeds and trackers', () => {
  it('PM-06 fetches a feed once for all tenants that watch it, and only what has changed', async () => {
    const press = desk();
    const feed = press.own(Herald);
    let answers = 0;
    press.hosts.serve(feed, (request) => {
      answers += 1;
      if (request.headers['if-none-match'] === '"1"') return { status: 304 };
      return { headers: { etag: '"1"' }, body: rssFeed('Daily Herald', [opening]) };
    });
    const second = aContext({ organizationId: `${press.context.organizationId}b` });
    for (const context of [press.context, second]) {
      await press.campaign(context, [], { sources: { googleNews: false, rssFeeds: [feed] } });
    }
    const first = await press.crawl();
    nextMorning();
    await press.campaign(second, [], {
      keywords: ['second shop'],
      sources: { googleNews: false, rssFeeds: [feed] },
    });
    const withNewcomer = await press.crawl();

    expect(first).toMatchObject([{ read: 1, findings: { confirmed: 2 } }]);
    expect(withNewcomer).toMatchObject([{ read: 1, findings: { confirmed: 1 } }]);
    expect(answers).toBe(2);
    expect(await press.allSuggestions(second)).toHaveLength(2);

    await press.crawl();
    expect(answers).toBe(2);
  });

  it('PM-06 shows a feed in full to whoever starts to watch it while a crawl is at work', async () => {
    const press = desk();
    const feed = press.own(Herald);
    const sources = { googleNews: false, rssFeeds: [feed] };
    press.hosts.serve(feed, (request) =>
      request.headers['if-none-match'] === '"1"'
        ? { status: 304 }
        : { headers: { etag: '"1"' }, body: rssFeed('Daily Herald', [opening]) },
    );
    const { trackerId } = await press.campaign(press.context, [], { sources });
    const [channel] = await press.trackers.channels(press.context, trackerId);
    const { feedId = '' } = channel ?? {};
    const latecomers = ['before the claim', 'after the claim'].map((name) =>
      aContext({ organizationId: `${press.context.organizationId} ${name}` }),
    );
    const [before = press.context, after = press.context] = latecomers;
    const feeds = {
      ...press.feeds,
      claim: async (...claim: Parameters<typeof press.feeds.claim>) => {
        await press.campaign(before, [], { sources });
        const state = await press.feeds.claim(...claim);
        await press.campaign(after, [], { sources });
        return state;
      },
    };
    await crawlFeeds({ ...press.crawlDeps, feeds }, 'daily-herald', [feedId], () => 900_000);
    expect(await press.allClippings(before)).toHaveLength(1);

    await press.crawl();
    expect(await press.allClippings(after)).toHaveLength(1);
  });

  it('PM-06 keeps what has not changed together, and reads again what somebody begins to watch meanwhile', async () => {
    const press = desk();
    const [opinion, business, culture] = ['opinion', 'business', 'culture'].map((section) =>
      press.own(`https://daily-herald.example/${section}`),
    ) as [string, string, string];
    const urls = [opinion, business, culture];
    for (const feed of urls) {
      press.hosts.serve(feed, (request) =>
        request.headers['if-none-match'] === '"1"'
          ? { status: 304 }
          : { headers: { etag: '"1"' }, body: rssFeed('Daily Herald', feed === business ? [opening] : []) },
      );
    }
    await press.campaign(press.context, [], {
      keywords: ['tea house'],
      sources: { googleNews: false, rssFeeds: urls },
    });
    await press.crawl();
    nextMorning();

    const feedIds = urls.map(feedIdOf);
    const unchanged = { kind: 'unchanged', tookMilliseconds: 1 } as const;
    const changes = (await press.feeds.states(feedIds)).map((before) => ({
      before,
      after: afterReading(before, unchanged, clock.now()),
    }));
    const newcomer = aContext({ organizationId: `${press.context.organizationId} newcomer` });
    await press.campaign(newcomer, [], { sources: { googleNews: false, rssFeeds: [business] } });
    await press.feeds.finishTogether([...changes, ...changes], clock.now());

    const states = new Map((await press.feeds.states(feedIds)).map((state) => [state.url, state]));
    const tomorrow = nextCrawlAt(clock.now(), 'daily');
    for (const feed of [opinion, culture]) {
      expect(states.get(feed)).toMatchObject({ nextAt: tomorrow, etag: '"1"', health: 'healthy' });
    }
    expect(states.get(business)).toMatchObject({ nextAt: clock.now(), etag: null });

    await press.crawl();
    expect(await press.allClippings(newcomer)).toHaveLength(1);
  });

  it('PM-06 reads the other feeds of a host when one of them meets a mistake, but stops when storage is away', async () => {
    const press = desk();
    const urls = ['opinion', 'business'].map((section) =>
      press.own(`https://daily-herald.example/${section}`),
    );
    for (const feed of urls) press.hosts.serve(feed, { body: rssFeed('Daily Herald', [opening]) });
    await press.campaign(press.context, [], { sources: { googleNews: false, rssFeeds: urls } });
    const crawlWith = (failure: Error) => {
      const fetchFeed: typeof press.crawlDeps.fetchFeed = async (feed) => {
        if (feed.url === urls[0]) throw failure;
        return press.crawlDeps.fetchFeed(feed);
      };
      const deps = { ...press.crawlDeps, fetchFeed };
      return crawlFeeds(deps, 'daily-herald', urls.map(feedIdOf), () => 900_000);
    };

    const away = new AppError('unavailable', 'table_busy', 'The database is busy.');
    await expect(crawlWith(away)).rejects.toBe(away);
    const mistake = new TypeError('variant.test is not a function');
    expect(await crawlWith(mistake)).toMatchObject({
      read: 1,
      unrecorded: [{ feedId: feedIdOf(urls[0] ?? ''), error: mistake }],
    });
    expect(await press.allClippings(press.context)).toHaveLength(1);
  });

  it('PM-06 ends the trackers whose period is over before it reads a feed', async () => {
    const press = desk();
    const sources = { googleNews: false, rssFeeds: [press.own(Herald)] };
    const { trackerId } = await press.campaign(press.context, [], { sources });
    clock.advance({ days: 31 });
    const due = () => dueItems(press.table, 'tracker', clock.now());
    await endExpiredTrackers(press, due(), clock.now());

    expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({ status: 'ended' });
    expect(await Array.fromAsync(due())).not.toContainEqual(
      expect.objectContaining({ ref: expect.stringContaining(trackerId) }),
    );
    await press.crawl();
    expect(press.requests()).toEqual([]);
    await expect(
      checkTrackerNow({ ...press, send: async () => undefined }, press.context, trackerId, clock.now()),
    ).rejects.toMatchObject({
      code: 'tracker_not_active',
    });
  });

  it('PM-06 tries a broken feed again later each time, and never gives it up', async () => {
    const press = desk();
    press.hosts.serve(press.own(Herald), { status: 500 });
    const sources = { googleNews: false, rssFeeds: [press.own(Herald)] };
    const { trackerId } = await press.campaign(press.context, [], { sources });
    const [channel] = await press.trackers.channels(press.context, trackerId);
    const feedIds = [channel?.feedId ?? ''];
    const batch = [{ host: 'daily-herald', feeds: feedIds.map((feedId) => ({ feedId, url: '' })) }];
    const waits: number[] = [];
    for (let failure = 0; failure < 3; failure += 1) {
      await press.crawlBatches(batch);
      const [state] = await press.feeds.states(feedIds);
      waits.push((Date.parse(state?.nextAt ?? '') - Date.parse(clock.now())) / 60_000);
      expect(state).toMatchObject({
        health: 'failing',
        failureCount: failure + 1,
        lastError: 'The host answered with status 500.',
      });
      clock.set(state?.nextAt ?? '');
    }
    press.hosts.serve(press.own(Herald), { body: rssFeed('Daily Herald', [opening]) });
    await press.crawlBatches(batch);

    expect(waits).toEqual([15, 30, 60]);
    expect(await press.feeds.states(feedIds)).toMatchObject([
      { health: 'healthy', failureCount: 0, lastError: null },
    ]);
    expect(await press.allClippings(press.context)).toHaveLength(1);
  });

  it('PM-05 extends a running tracker when sends and publications change, and reads new feeds soon', async () => {
    const press = desk();
    const herald = await press.outlet(press.context, 'Daily Herald', [press.own(Herald)]);
    const { campaignId, trackerId } = await press.campaign(press.context, [], {});
    const urls = async () =>
      (await press.trackers.channels(press.context, trackerId)).map(({ feedUrl }) => feedUrl).sort();
    expect(await urls()).toEqual([]);

    const sends = [
      { contactId: herald.contactId, status: 'sent' as const },
      { contactId: 'cnt_unknown', status: 'sent' as const },
    ];
    await recordSends(press, press.context, campaignId, sends, clock.now());
    expect(await urls()).toEqual([press.own(Herald)]);
    expect(await press.trackers.tracker(press.context, trackerId)).toMatchObject({
      skippedRecipients: [{ contactId: 'cnt_unknown', reason: 'contact_missing' }],
    });

    const feeds = [press.own(Magazin)];
    const patch = { monitoringConfig: { rssFeedUrls: feeds } };
    await updatePublication(press, press.context, herald.publication.publicationId, patch, undefined);
    await followPublication(press, press.context, herald.publication.publicationId, clock.now());
    expect(await urls()).toEqual(feeds);
    press.hosts.serve(press.own(Magazin), { body: rssFeed('Kaffee Magazin', [opening]) });
    await press.crawl();
    expect(press.requests()).toEqual([press.own(Magazin)]);
  });
});
