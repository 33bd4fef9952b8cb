import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../shared/core/directory/directory-entry.ts';
import {
  conflictsBetween,
  mergePublication,
  variantOf,
} from '../../../shared/core/directory/merge-publication.ts';
import { NoMonitoring, type PublicationMonitoring } from '../../../shared/core/publications/publication.ts';

const monitoring = (overrides: Partial<PublicationMonitoring>) => ({ ...NoMonitoring, ...overrides });
const own = (overrides: Partial<PublicationMonitoring> = {}) => ({
  title: 'Daily Herald',
  type: 'online' as const,
  language: null,
  country: 'GB',
  monitoringConfig: monitoring(overrides),
});
const entry = (overrides: Partial<PublicationMonitoring> = {}): DirectoryEntry => ({
  ...own(overrides),
  entryId: 'dir_1',
  title: 'The Daily Herald',
  language: 'en',
  contacts: [],
  createdAt: '2026-11-20T12:00:00.000Z',
  version: 1,
});
const merged = (mine: Partial<PublicationMonitoring>, theirs: Partial<PublicationMonitoring>) =>
  mergePublication(own(mine), entry(theirs)).monitoringConfig;

describe('mergePublication', () => {
  it.each([
    [true, false],
    [false, true],
  ])('PM-31 is enabled and detects feeds if either side does', (mine, theirs) => {
    expect(
      merged({ enabled: mine, autoDetectRss: mine }, { enabled: theirs, autoDetectRss: theirs }),
    ).toMatchObject({ enabled: true, autoDetectRss: true });
  });

  it('PM-31 unites feeds and keywords, each once', () => {
    const theirs = {
      rssFeedUrls: ['https://HERALD.example/feed', 'https://herald.example/culture'],
      keywords: ['COFFEE', 'tea'],
    };
    expect(
      merged({ rssFeedUrls: ['https://herald.example/feed'], keywords: ['Coffee'] }, theirs),
    ).toMatchObject({
      rssFeedUrls: ['https://herald.example/feed', 'https://herald.example/culture'],
      keywords: ['Coffee', 'tea'],
    });
  });

  it.each([
    [null, 'https://herald.example', 'https://herald.example'],
    ['https://herald.example', null, 'https://herald.example'],
    ['http://herald.example', 'https://www.herald.example/', 'https://www.herald.example/'],
    ['https://herald.example/news', 'http://www.herald.example/news/today', 'https://herald.example/news'],
    ['https://herald.example', 'https://herald.example/news', 'https://herald.example/news'],
    ['https://herald.example', 'https://other.example/a/longer/one', 'https://herald.example'],
  ])('PM-31 keeps the more complete address: of %s and %s it is %s', (mine, theirs, expected) => {
    expect(merged({ websiteUrl: mine }, { websiteUrl: theirs }).websiteUrl).toBe(expected);
  });

  it('PM-31 keeps the higher frequency, the own word, and takes what it lacks', () => {
    const press = { handle: 'herald', profileUrl: null };
    expect(
      mergePublication(own({ socialMedia: {} }), entry({ checkFrequency: 'twice_daily' })),
    ).toMatchObject({
      title: 'Daily Herald',
      language: 'en',
      country: 'GB',
      monitoringConfig: { checkFrequency: 'twice_daily' },
    });
    expect(merged({}, { socialMedia: { tiktok: press } }).socialMedia).toEqual({ tiktok: press });
  });

  it('PM-31 finds contradictions, and none where one side says nothing', () => {
    const mine = variantOf(own({ websiteUrl: 'https://herald.example' }));
    const theirs = { ...variantOf(entry({ websiteUrl: 'https://www.herald.example/' })), country: 'US' };
    expect(conflictsBetween(mine, theirs)).toEqual(['title', 'country']);
    expect(conflictsBetween(mine, { ...theirs, websiteUrl: 'https://other.example' })).toEqual([
      'title',
      'country',
      'websiteUrl',
    ]);
  });
});
