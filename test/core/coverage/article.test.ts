import { describe, expect, it } from 'vitest';
import { articleOf } from '../../../shared/core/coverage/article.ts';
import type { FeedItem } from '../../../shared/core/coverage/feed-document.ts';
import { excerptOf, plainText } from '../../../shared/core/coverage/plain-text.ts';

const Now = '2026-11-20T12:00:00.000Z';
const paper = { title: 'A <b>paper</b>', link: 'https://a.example', items: [] };
const anItem = (overrides: Partial<FeedItem> = {}): FeedItem => ({
  title: 'Bean Bar opens',
  link: 'https://a.example/bean-bar',
  id: 'a1',
  publishedAt: Now,
  content: '<p>A second&nbsp;shop.</p>',
  imageUrl: null,
  publisher: null,
  ...overrides,
});

describe('articleOf', () => {
  it('PM-08 reads an entry as an article that its address identifies', () => {
    expect(articleOf(anItem(), paper, 'https://a.example/feed', Now)).toEqual({
      url: 'https://a.example/bean-bar',
      normalizedUrl: 'a.example/bean-bar',
      aggregatorId: null,
      story: 'a.example bean bar opens',
      publisherDomain: 'a.example',
      title: 'Bean Bar opens',
      text: 'A second shop.',
      excerpt: 'A second shop.',
      imageUrl: null,
      outlet: 'A paper',
      isOwn: true,
      publishedAt: Now,
    });
  });

  it('PM-08 identifies an article of Google News by its identifier and its story, not by its address', () => {
    const item = anItem({
      title: 'Bean Bar opens - Daily Herald',
      link: 'https://news.google.com/rss/articles/CBM1?oc=5',
      id: 'CBM1',
      publisher: { name: 'Daily Herald', url: 'https://www.daily-herald.example' },
    });
    expect(articleOf(item, paper, 'https://a.example/feed', Now)).toMatchObject({
      normalizedUrl: null,
      aggregatorId: 'CBM1',
      story: 'daily-herald.example bean bar opens',
      title: 'Bean Bar opens',
      outlet: 'Daily Herald',
    });
  });

  it.each([
    ['no title', { title: ' ' }],
    ['a title of markup alone', { title: '<img src="x">' }],
    ['no link', { link: '' }],
    ['a link that is no web address', { link: 'javascript:alert(1)' }],
  ])('PM-07 passes over an entry with %s', (_what, overrides) => {
    expect(articleOf(anItem(overrides), paper, 'https://a.example/feed', Now)).toBeUndefined();
  });

  it('PM-11 names the publisher of an article that another feed points to', () => {
    const elsewhere = anItem({ link: 'https://www.b.example/1' });
    expect(articleOf(elsewhere, paper, 'https://a.example/feed', Now)).toMatchObject({
      outlet: 'b.example',
      isOwn: false,
    });
    const byFeedService = articleOf(anItem(), paper, 'https://feeds.service.example/a', Now);
    expect(byFeedService).toMatchObject({ outlet: 'A paper', isOwn: true });
    const subdomain = anItem({ link: 'https://www.b.example/1' });
    expect(articleOf(subdomain, { ...paper, link: '' }, 'https://rss.b.example/', Now)).toMatchObject({
      isOwn: true,
    });
  });

  it('PM-11 does not believe a date in the future', () => {
    expect(
      articleOf(anItem({ publishedAt: '2027-01-01T00:00:00.000Z' }), paper, 'https://a.example/feed', Now)
        ?.publishedAt,
    ).toBeNull();
  });
});

describe('plainText', () => {
  it.each([
    ['<p>Bean <b>Bar</b></p>', 'Bean Bar'],
    ['a<br/>b', 'a b'],
    ['Fish &amp; Chips &#8211; &#x201c;fresh&#x201d;', 'Fish & Chips – “fresh”'],
    ['2 < 3 and 3 > 2', '2 < 3 and 3 > 2'],
    ['<script>var bean = "Bean Bar";</script>Tea', 'Tea'],
    ['<!-- Bean Bar -->Tea', 'Tea'],
    ['a <b unclosed', 'a'],
    ['&unknown; &#1114112;', '&unknown; &#1114112;'],
  ])('PM-07 reads in %j the words %j', (markup, words) => {
    expect(plainText(markup)).toBe(words);
  });

  it('cuts an excerpt at the end of a word', () => {
    expect(excerptOf('Bean Bar opens its second shop', 20)).toBe('Bean Bar opens its…');
    expect(excerptOf('short', 20)).toBe('short');
    expect(excerptOf('x'.repeat(30), 20)).toBe(`${'x'.repeat(19)}…`);
  });
});
