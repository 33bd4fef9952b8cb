import { describe, expect, it } from 'vitest';
import { createSpamPattern } from '../../../shared/core/coverage/change-spam-patterns.ts';
import { markClipping, markSuggestion } from '../../../shared/core/coverage/mark-as-spam.ts';
import type { SpamPattern } from '../../../shared/core/coverage/spam-pattern.ts';
import { rssFeed } from '../../support/feed-host.ts';
import { openPressRoom } from '../../support/press-room.ts';

const { clock, desk, nextMorning } = openPressRoom();
const Feed = 'https://deals.example/feed';
type Press = ReturnType<typeof desk>;

const article = (press: Press, path: string, title = 'Bean Bar opens') => ({
  title,
  link: press.own(`https://deals.example/${path}`),
});

function aPattern(press: Press, given: Partial<SpamPattern> = {}) {
  const pattern = {
    type: 'url_domain',
    pattern: press.own('deals.example'),
    isRegex: false,
    scope: 'global',
    campaignId: null,
    isActive: true,
    description: '',
    ...given,
  } as const;
  return createSpamPattern(press, press.context, pattern, clock.now());
}

function aCampaign(press: Press, minMatchScore = 70) {
  const sources = { googleNews: false, rssFeeds: [press.own(Feed)] };
  return press.campaign(press.context, [], {
    sources,
    minMatchScore,
    keywords: minMatchScore === 100 ? ['Bean Bar', 'Lisbon'] : ['Bean Bar'],
  });
}

const serve = (press: Press, ...articles: ReturnType<typeof article>[]) =>
  press.hosts.serve(press.own(Feed), { body: rssFeed('Deals', articles) });

describe('spam patterns', () => {
  it('PM-12 keep an article out before a suggestion is made, and count it once for each campaign', async () => {
    const press = desk();
    const { patternId } = await aPattern(press);
    await aCampaign(press);
    await aCampaign(press);
    serve(press, article(press, 'opening'));
    const [first] = await press.crawl();
    nextMorning();
    serve(press, article(press, 'opening'), article(press, 'opening-2', 'Bean Bar opens again'));
    await press.crawl();

    expect(first?.findings).toMatchObject({ spam: 2, suggested: 0, confirmed: 0 });
    expect(await press.allSuggestions(press.context)).toEqual([]);
    expect(await press.spamPatterns.find(press.context, patternId)).toMatchObject({
      timesMatched: 4,
      version: 1,
    });
  });

  it('PM-12 count two articles of one title as two, and the same one from Google News as known', async () => {
    const press = desk();
    const { patternId, campaignId = '' } = { ...(await aPattern(press)), ...(await aCampaign(press)) };
    const count = (keys: `${'url' | 'aggregator' | 'story'} ${string}`[], hasAddress: boolean) =>
      press.spamPatterns.countMatch(press.context, {
        ...{ patternId, campaignId, keys, hasAddress },
        now: clock.now(),
      });
    await count(['url deals.example/1', 'story deals.example bean bar'], true);
    await count(['url deals.example/2', 'story deals.example bean bar'], true);
    await count(['aggregator CBMi', 'story deals.example bean bar'], false);
    expect(await press.spamPatterns.find(press.context, patternId)).toMatchObject({ timesMatched: 2 });
  });

  it('PM-12 leave alone what is for another campaign, resting, or another organization', async () => {
    const press = desk();
    const { campaignId } = await aCampaign(press);
    await aPattern(press, { scope: 'campaign', campaignId: 'cmp_other' });
    await aPattern(press, { isActive: false });
    await createSpamPattern(
      press,
      { ...press.context, organizationId: `${press.context.organizationId}other` },
      await aPattern(press, { isActive: false }),
      clock.now(),
    );
    serve(press, article(press, 'opening'));
    await press.crawl();
    expect(await press.allSuggestions(press.context)).toMatchObject([{ campaignId }]);
  });

  it('PM-12 are made from a suggestion that is marked, with its own domain', async () => {
    const press = desk();
    const { campaignId } = await aCampaign(press, 100);
    serve(press, article(press, 'opening'));
    await press.crawl();
    const [suggestion] = await press.allSuggestions(press.context);
    const future = { type: 'url_domain', text: undefined, scope: 'campaign' } as const;
    const marked = await markSuggestion(
      press,
      press.context,
      suggestion?.suggestionId ?? '',
      future,
      clock.now(),
    );
    const [pattern] = await press.spamPatterns.active(press.context);
    expect(marked).toMatchObject({ status: 'spam', spamPatternId: pattern?.patternId });
    expect(pattern).toMatchObject({ campaignId, pattern: press.own('deals.example'), createdBy: 'mem_ana' });

    nextMorning();
    serve(press, article(press, 'closing', 'Bean Bar closes'));
    const [crawled] = await press.crawl();
    expect(crawled?.findings).toMatchObject({ spam: 1, suggested: 0 });
  });

  it('PM-12 are made from a clipping too; one that is refused marks nothing', async () => {
    const press = desk();
    await aCampaign(press);
    serve(press, article(press, 'opening'));
    await press.crawl();
    const [clipping] = await press.allClippings(press.context);
    const mark = (type: 'keyword_title' | 'outlet_name') =>
      markClipping(
        press,
        press.context,
        clipping?.clippingId ?? '',
        { type, text: undefined, scope: 'global' },
        clock.now(),
      );
    await expect(mark('keyword_title')).rejects.toMatchObject({ code: 'pattern_text_missing' });
    expect(await press.allClippings(press.context)).toHaveLength(1);
    await mark('outlet_name');
    expect(await press.allClippings(press.context)).toEqual([]);
    expect(await press.spamPatterns.page(press.context, {}, { limit: 10 })).toMatchObject({
      items: [{ type: 'outlet_name', pattern: 'Deals', scope: 'global' }],
    });
  });
});
