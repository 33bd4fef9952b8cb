import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KeywordPlace,
  matchScore,
  matchScoreWithPublication,
  occurrenceCounts,
} from '../../../shared/core/coverage/match-score.ts';

const places = (entries: Record<string, KeywordPlace>) => new Map(Object.entries(entries));

describe('matchScore', () => {
  it.each([
    [['a'], { a: 'title' }, 100],
    [['a'], { a: 'content' }, 50],
    [['a', 'b'], { a: 'title' }, 50],
    [['a', 'b'], { a: 'title', b: 'content' }, 75],
    [['a', 'b', 'c'], { a: 'title', b: 'title', c: 'content' }, 83.33],
    [['a', 'b'], {}, 0],
    [[], { a: 'title' }, 0],
  ] as const)('PM-07 scores %j found in %j with %d', (keywords, found, score) => {
    expect(matchScore(keywords, places(found)).score).toBe(score);
  });

  it('PM-07 names the keywords that were found', () => {
    expect(matchScore(['a', 'b', 'c'], places({ c: 'content', a: 'title' }))).toEqual({
      score: 50,
      matchedKeywords: ['a', 'c'],
      points: 3,
      mostPoints: 6,
    });
  });

  it('PM-07 lies between 0 and 100 and never falls when a keyword is found in a better place', () => {
    const keyword = fc.constantFrom('a', 'b', 'c', 'd');
    const place = fc.constantFrom<KeywordPlace>('title', 'content');
    fc.assert(
      fc.property(
        fc.array(keyword),
        fc.array(fc.tuple(keyword, place)),
        keyword,
        (keywords, found, better) => {
          const before = new Map(found);
          const { score } = matchScore(keywords, before);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(matchScore(keywords, new Map([...before, [better, 'title']])).score).toBeGreaterThanOrEqual(
            score,
          );
        },
      ),
    );
  });

  it("PM-07 takes the higher of the campaign's keywords alone and of both sets together", () => {
    const found = places({ campaign: 'content', paper: 'title' });
    expect(matchScoreWithPublication(['campaign'], ['paper'], found)).toEqual({
      score: 75,
      matchedKeywords: ['campaign', 'paper'],
      points: 3,
      mostPoints: 4,
    });
    expect(matchScoreWithPublication(['campaign'], ['absent'], found)).toEqual({
      score: 50,
      matchedKeywords: ['campaign'],
      points: 1,
      mostPoints: 2,
    });
  });
});

describe('occurrenceCounts', () => {
  it.each([
    ['bb', 'rabbit', 2, false],
    ['bb', 'the bb opens', 4, true],
    ['bb', 'bb', 0, true],
    ['bb', 'übb', 1, false],
    ['bb', '𝒂bb', 2, false],
    ['bb', 'bb-bar', 0, true],
    ['bean', 'beans', 0, true],
    ['bean', 'soybeans', 3, true],
  ])('PM-07 counts %j in %j at %d: %s', (keyword, text, start, counts) => {
    expect(occurrenceCounts(keyword, text, start, start + keyword.length)).toBe(counts);
  });

  it.each([
    ['word-start', 'bean', 'beans', 0, true],
    ['word-start', 'bean', 'soybeans', 3, false],
    ['word-start', 'bb', 'bbq', 0, false],
    ['exact', 'bean', 'the bean.', 4, true],
    ['exact', 'bean', 'beans', 0, false],
    ['exact', 'bean', 'übean', 1, false],
  ] as const)('PM-07 as %s counts %j in %j at %d: %s', (mode, keyword, text, start, counts) => {
    expect(occurrenceCounts(keyword, text, start, start + keyword.length, mode)).toBe(counts);
  });
});
