import { describe, expect, it } from 'vitest';
import type { CampaignMonitoring } from '../../../shared/core/campaigns/campaign.ts';
import { monitoringPeriod } from '../../../shared/core/campaigns/monitoring-period.ts';
import { type ChannelPlanInput, planChannels } from '../../../shared/core/campaigns/plan-channels.ts';
import type { Contact } from '../../../shared/core/publications/contact.ts';
import { NoMonitoring, type Publication } from '../../../shared/core/publications/publication.ts';

const Now = '2026-11-20T12:00:00.000Z';
const aPublication = (publicationId: string, feeds: string[], enabled = true): Publication => ({
  publicationId,
  title: `Paper ${publicationId}`,
  type: 'newspaper',
  language: null,
  country: null,
  monitoringConfig: { ...NoMonitoring, enabled, rssFeedUrls: feeds, keywords: ['coffee'] },
  totalArticlesFound: 0,
  createdAt: Now,
  version: 1,
});
const aContact = (contactId: string, publicationIds: string[]): Contact => ({
  contactId,
  name: `Editor ${contactId}`,
  email: null,
  role: null,
  publicationIds,
  createdAt: Now,
  version: 1,
});
const send = (contactId: string, status: 'sent' | 'failed' | 'bounced' = 'sent') => ({
  campaignId: 'cmp_1',
  contactId,
  status,
  sentAt: Now,
});

const monitoring = (overrides: Partial<CampaignMonitoring> = {}): CampaignMonitoring => ({
  enabled: true,
  periodDays: 30,
  keywords: ['Bean Bar'],
  keywordModes: {},
  sources: { googleNews: false, rssFeeds: [] },
  minMatchScore: 70,
  locale: 'de-DE',
  ...overrides,
});

interface Desk extends Partial<Omit<ChannelPlanInput, 'contacts' | 'publications'>> {
  contacts?: Contact[];
  publications?: Publication[];
}

function plan({ contacts = [], publications = [], ...rest }: Desk = {}) {
  return planChannels({
    trackerId: 'trk_1',
    monitoringConfig: monitoring(),
    sends: [],
    contacts: new Map(contacts.map((contact) => [contact.contactId, contact])),
    publications: new Map(publications.map((publication) => [publication.publicationId, publication])),
    ...rest,
  });
}

describe('planChannels', () => {
  it("PM-05 makes one channel per feed of the recipients' publications, each publication once", () => {
    const { channels, skippedRecipients } = plan({
      sends: [send('1'), send('2'), send('3', 'bounced')],
      contacts: [aContact('1', ['a']), aContact('2', ['a', 'b']), aContact('3', ['c'])],
      publications: [
        aPublication('a', ['https://a.example/1', 'https://a.example/2']),
        aPublication('b', ['https://b.example/1']),
        aPublication('c', ['https://c.example/1']),
      ],
    });
    expect(skippedRecipients).toEqual([]);
    expect(channels.map(({ feedUrl, sourceIdentity }) => [feedUrl, sourceIdentity])).toEqual([
      ['https://a.example/1', 'publication:a'],
      ['https://a.example/2', 'publication:a'],
      ['https://b.example/1', 'publication:b'],
    ]);
  });

  it('PM-05 reports the recipients who yield no feed and goes on with the others', () => {
    const { channels, skippedRecipients } = plan({
      sends: [send('missing'), send('free'), send('stale'), send('off'), send('bare'), send('good')],
      contacts: [
        aContact('free', []),
        aContact('stale', ['deleted']),
        aContact('off', ['off']),
        aContact('bare', ['bare']),
        aContact('good', ['good']),
      ],
      publications: [
        aPublication('off', ['https://off.example'], false),
        aPublication('bare', []),
        aPublication('good', ['https://good.example/']),
      ],
    });
    expect(channels.map(({ feedUrl }) => feedUrl)).toEqual(['https://good.example/']);
    expect(skippedRecipients.map(({ contactId, reason }) => [contactId, reason])).toEqual([
      ['missing', 'contact_missing'],
      ['free', 'no_publication'],
      ['stale', 'publication_missing'],
      ['off', 'monitoring_disabled'],
      ['bare', 'no_feed'],
    ]);
  });

  it("PM-05 adds the campaign's own feeds and exactly one Google News channel, if there are keywords", () => {
    const sources = {
      googleNews: true,
      rssFeeds: ['https://own.example/feed#x', 'https://own.example/feed'],
    };
    const { channels } = plan({ monitoringConfig: monitoring({ sources }) });
    expect(
      channels.map(({ sourceType, feedUrl, sourceIdentity }) => [sourceType, feedUrl, sourceIdentity]),
    ).toEqual([
      ['rss_feed', 'https://own.example/feed', 'host:own.example'],
      ['google_news', expect.stringContaining('news.google.com/rss/search'), 'host:news.google.com'],
    ]);
    expect(plan({ monitoringConfig: monitoring({ sources, keywords: [] }) }).channels).toHaveLength(1);
  });

  it('PM-05 keeps the Google News channel itself when the search changes, and no two channels alike', () => {
    const sources = { googleNews: true, rssFeeds: ['https://own.example/feed'] };
    const before = plan({ monitoringConfig: monitoring({ sources }) }).channels;
    const after = plan({
      monitoringConfig: monitoring({ sources, keywords: ['Bean Bar', 'Lisbon'] }),
    }).channels;
    const other = plan({ trackerId: 'trk_2', monitoringConfig: monitoring({ sources }) }).channels;
    const ids = (channels: typeof before) => channels.map(({ channelId }) => channelId);
    expect(ids(after)).toEqual(ids(before));
    expect(after[1]?.feedId).not.toBe(before[1]?.feedId);
    expect(new Set([...ids(before), ...ids(other)]).size).toBe(4);
  });

  it('PM-09 leaves a feed that the campaign names, too, to its publication', () => {
    const { channels } = plan({
      sends: [send('1')],
      contacts: [aContact('1', ['a'])],
      publications: [aPublication('a', ['https://a.example/feed'])],
      monitoringConfig: monitoring({ sources: { googleNews: false, rssFeeds: ['https://a.example/feed'] } }),
    });
    expect(channels.map(({ sourceIdentity }) => sourceIdentity)).toEqual(['publication:a']);
  });
});

describe('monitoringPeriod', () => {
  it.each([
    [null, Now],
    ['2026-11-25T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
    ['2026-12-04T12:00:00.000Z', '2026-12-04T12:00:00.000Z'],
    ['2026-12-04T12:00:00.001Z', Now],
  ])(
    'PM-04 counts from the first send at %s, or from saving after 14 days without one',
    (firstSentAt, startsAt) => {
      expect(monitoringPeriod(Now, firstSentAt, 30)).toEqual({
        startsAt,
        endsAt: new Date(Date.parse(startsAt) + 30 * 86_400_000).toISOString(),
      });
    },
  );
});
