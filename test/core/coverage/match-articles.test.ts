import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../shared/core/coverage/feed-document.ts';
import type { FeedWatch } from '../../../shared/core/coverage/feed-watch.ts';
import { articleMatcher } from '../../../shared/core/coverage/match-articles.ts';
import { aFeedWatch } from '../../support/feed-watches.ts';

const Now = '2026-11-20T12:00:00.000Z';
function found(watch: Partial<FeedWatch>, item: Partial<FeedItem>) {
  const whole = { id: '', publishedAt: Now, content: '', imageUrl: null, publisher: null, title: 'News' };
  const items = [{ ...whole, link: 'https://paper.example/1', ...item }];
  const document = { title: 'Paper', link: 'https://paper.example', items };
  return articleMatcher([aFeedWatch(watch)])('feed_1', document, Now).map(({ source }) => source);
}

describe('articleMatcher', () => {
  it('PM-07 keeps the sentences and the points from which a score follows', () => {
    const content = 'Rain all day. But in Lisbon, the BEAN\u00a0BAR opened a shop! More on page 3.';
    const campaignKeywords = ['Bean Bar', 'Lisbon', 'harbour'];
    const [source] = found({ campaignKeywords }, { title: 'Lisbon drinks coffee', content });
    expect(source).toMatchObject({
      matchScore: 50,
      matchedKeywords: ['Bean Bar', 'Lisbon'],
      evidence: {
        points: 3,
        mostPoints: 6,
        keywords: [
          {
            keyword: 'Bean Bar',
            place: 'content',
            points: 1,
            sentence: 'But in Lisbon, the BEAN BAR opened a shop!',
          },
          { keyword: 'Lisbon', place: 'title', points: 2, sentence: 'Lisbon drinks coffee' },
        ],
      },
    });
  });

  it('PM-07 cuts a sentence without end to what stands around the keyword', () => {
    const [source] = found({}, { content: `${'word '.repeat(500)}Bean Bar ${'word '.repeat(500)}` });
    const sentence = source?.evidence?.keywords[0]?.sentence ?? '';
    expect(sentence).toContain('Bean Bar');
    expect(sentence.length).toBeLessThanOrEqual(300);
  });

  it.each([
    ['substring', 'Beanery bars', 'bar', true],
    ['word-start', 'Coffee beans', 'bean', true],
    ['word-start', 'The soybean', 'bean', false],
    ['exact', 'Coffee beans', 'bean', false],
    ['exact', 'A “bean”?', 'bean', true],
  ] as const)('PM-07 as %s searches %j for %j', (mode, title, keyword, isFound) => {
    const watch = { campaignKeywords: [keyword === 'bar' ? 'bars' : keyword] };
    expect(found({ ...watch, keywordModes: { Bean: mode } }, { title })).toHaveLength(isFound ? 1 : 0);
  });

  it('PM-07 searches one keyword for each watch in the mode of its own', () => {
    const watches = [
      aFeedWatch({ channelId: 'chn_any', campaignKeywords: ['bean'] }),
      aFeedWatch({ channelId: 'chn_exact', campaignKeywords: ['Bean'], keywordModes: { bean: 'exact' } }),
    ];
    const item = { id: '', publishedAt: Now, content: '', imageUrl: null, publisher: null };
    const items = [{ ...item, title: 'Coffee beans', link: 'https://paper.example/1' }];
    const findings = articleMatcher(watches)('feed_1', { title: 'Paper', link: '', items }, Now);
    expect(findings.map(({ watch }) => watch.channelId)).toEqual(['chn_any']);
  });
});
