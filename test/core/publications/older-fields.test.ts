import { describe, expect, it } from 'vitest';
import {
  monitoringFrom,
  olderFieldsOf,
  withOlderFields,
} from '../../../shared/core/publications/older-fields.ts';
import { NoMonitoring } from '../../../shared/core/publications/publication.ts';

describe('the older flat fields of a publication', () => {
  it('PM-01 enable the monitoring as soon as any of them is present', () => {
    expect(monitoringFrom(undefined, {})).toEqual(NoMonitoring);
    expect(monitoringFrom(undefined, { websiteUrl: 'https://a.example' })).toEqual({
      ...NoMonitoring,
      enabled: true,
      websiteUrl: 'https://a.example',
    });
    expect(monitoringFrom(undefined, { rssFeedUrl: 'https://a.example/feed' })).toMatchObject({
      enabled: true,
      rssFeedUrls: ['https://a.example/feed'],
    });
    expect(
      monitoringFrom(undefined, { socialMediaUrls: ['https://www.instagram.com/apaper/'] }),
    ).toMatchObject({
      enabled: true,
      socialMedia: { instagram: { handle: 'apaper', profileUrl: 'https://www.instagram.com/apaper/' } },
    });
  });

  it('PM-01 give way to the configuration', () => {
    const config = { ...NoMonitoring, websiteUrl: 'https://new.example' };
    expect(monitoringFrom(config, { websiteUrl: 'https://old.example' })).toBe(config);
  });

  it('PM-01 mirror the website, the first feed and the profiles', () => {
    const profile = { handle: 'apaper', profileUrl: 'https://tiktok.com/@apaper' };
    const rssFeedUrls = ['https://a.example/1', 'https://a.example/2'];
    expect(olderFieldsOf({ ...NoMonitoring, rssFeedUrls, socialMedia: { tiktok: profile } })).toEqual({
      websiteUrl: null,
      rssFeedUrl: 'https://a.example/1',
      socialMediaUrls: ['https://tiktok.com/@apaper'],
    });
  });

  it('PM-01 change only what an older client knows', () => {
    const config = {
      ...NoMonitoring,
      rssFeedUrls: ['https://a.example/1', 'https://a.example/2'],
      keywords: ['tea'],
    };
    expect(withOlderFields(config, {})).toBe(config);
    expect(withOlderFields(config, { rssFeedUrl: 'https://a.example/new' })).toEqual({
      ...config,
      enabled: true,
      rssFeedUrls: ['https://a.example/new', 'https://a.example/2'],
    });
  });
});
