import { describe, expect, it } from 'vitest';
import {
  googleNewsSearchUrl,
  storyKey,
  titleWithoutPublisher,
} from '../../../shared/core/coverage/google-news.ts';

describe('Google News', () => {
  it.each([
    ['de-DE', { hl: 'de', gl: 'DE', ceid: 'DE:de' }],
    ['en-US', { hl: 'en-US', gl: 'US', ceid: 'US:en' }],
    ['en-GB', { hl: 'en-GB', gl: 'GB', ceid: 'GB:en' }],
    ['pt-PT', { hl: 'pt-PT', gl: 'PT', ceid: 'PT:pt-150' }],
    ['pt-BR', { hl: 'pt-BR', gl: 'BR', ceid: 'BR:pt-419' }],
  ])('PM-05 asks for the edition of %s by three names that agree', (locale, edition) => {
    const { searchParams } = new URL(googleNewsSearchUrl(['Bean Bar'], locale));
    expect(Object.fromEntries(searchParams)).toEqual({ q: '"Bean Bar"', ...edition });
  });

  it('PM-05 searches for any of the keywords, each as a phrase', () => {
    const url = new URL(googleNewsSearchUrl(['Bean Bar', 'say "espresso"'], 'en-US'));
    expect(`${url.origin}${url.pathname}`).toBe('https://news.google.com/rss/search');
    expect(url.searchParams.get('q')).toBe('"Bean Bar" OR "say espresso"');
  });

  it.each([
    ['Bean Bar opens - Daily Herald', 'Daily Herald', 'Bean Bar opens'],
    ['Bean Bar - the story - Daily Herald', 'Daily Herald', 'Bean Bar - the story'],
    ['Bean Bar - Lisbon', 'Daily Herald', 'Bean Bar - Lisbon'],
    ['Bean Bar opens', '', 'Bean Bar opens'],
  ])('PM-08 takes from the title %j of %j nothing but the publisher', (title, publisher, bare) => {
    expect(titleWithoutPublisher(title, publisher)).toBe(bare);
  });

  it('PM-08 recognises a story by its publisher and its words, however they are written', () => {
    expect(storyKey('https://www.daily-herald.example', 'Bean Bar’s  Straße')).toBe(
      storyKey('https://daily-herald.example/2026/x', "BEAN BAR'S STRASSE"),
    );
    expect(storyKey('https://a.example', 'Bean Bar')).not.toBe(storyKey('https://b.example', 'Bean Bar'));
    expect(storyKey('', 'Bean Bar')).toBeNull();
  });
});
