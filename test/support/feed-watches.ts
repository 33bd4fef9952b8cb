import type { FeedWatch } from '../../shared/core/coverage/feed-watch.ts';

/** A campaign's interest in one feed of a paper. */
export const aFeedWatch = (overrides: Partial<FeedWatch> = {}): FeedWatch => ({
  organizationId: 'org_beanbar',
  campaignId: 'cmp_1',
  trackerId: 'trk_1',
  channelId: 'chn_1',
  feedId: 'feed_1',
  feedUrl: 'https://paper.example/feed',
  sourceType: 'rss_feed',
  sourceIdentity: 'host:paper.example',
  sourceName: 'Paper',
  publicationId: null,
  campaignKeywords: ['Bean Bar'],
  publicationKeywords: [],
  keywordModes: {},
  minMatchScore: 70,
  checkFrequency: 'daily',
  watchedUntil: '2027-01-01T00:00:00.000Z',
  ...overrides,
});
