import { describe, expect, it } from 'vitest';
import { isSpamBy, type SpamPatternType, spamDomain } from '../../../shared/core/coverage/spam-pattern.ts';
import { linearRegexes } from '../../../shared/infra/patterns/linear-regex.ts';

const compile = linearRegexes();
const subject = {
  title: 'Bean Bar opens — 50% OFF',
  text: 'Our Café‐Casino partner pays the coffee.',
  outlet: 'Daily Deals Online',
  publisherDomain: 'blog.deals.example',
};
const matches = (type: SpamPatternType, pattern: string, isRegex = false) =>
  isSpamBy({ type, pattern, isRegex }, subject, compile);

describe('isSpamBy', () => {
  it.each([
    ['url_domain', 'blog.deals.example', true],
    ['url_domain', 'DEALS.example', true],
    ['url_domain', '*.deals.example', true],
    ['url_domain', 'https://deals.example/offers', true],
    ['url_domain', 'eals.example', false],
    ['url_domain', 'shop.deals.example', false],
    ['keyword_title', '50% off', true],
    ['keyword_title', 'casino', false],
    ['keyword_content', 'café-casino', true],
    ['keyword_content', 'opens', false],
    ['outlet_name', 'daily deals', true],
    ['outlet_name', 'daily herald', false],
  ] as const)('PM-12 %s %j keeps the article out: %s', (type, pattern, keepsOut) => {
    expect(matches(type, pattern)).toBe(keepsOut);
  });

  it.each([
    ['url_domain', '^blog\\.', true],
    ['keyword_title', '\\d+% off', true],
    ['keyword_title', '^\\d+% off', false],
    ['keyword_content', 'casino|poker', true],
    ['outlet_name', 'deals?\\b', true],
  ] as const)('PM-12 %s /%s/ keeps the article out: %s', (type, pattern, keepsOut) => {
    expect(matches(type, pattern, true)).toBe(keepsOut);
  });

  it('PM-12 knows no domain where an article has none', () => {
    const withoutDomain = { ...subject, publisherDomain: null };
    expect(
      isSpamBy({ type: 'url_domain', pattern: 'deals.example', isRegex: false }, withoutDomain, compile),
    ).toBe(false);
  });
});

describe('spamDomain', () => {
  it.each([
    ['www.deals.example', 'deals.example'],
    ['http://Deals.example:8080/x?y', 'deals.example'],
    ['deals', null],
    ['deals of the day', null],
  ])('PM-12 reads %j as %j', (pattern, domain) => {
    expect(spamDomain(pattern)).toBe(domain);
  });
});

describe('linearRegexes', () => {
  it.each(['(', '(?=casino)', '(a)\\1', '[z-a]', 'a{1001}', '(?<!x)y'])('PM-12 refuses %j', (source) => {
    expect(compile(source)).toBeUndefined();
  });

  it.each(['(a+)+$', '(a|aa)+$', '(.*)*x', '([a-z]+)*\\d', '(a?){50}a{50}'])(
    'PM-12 answers for %j in time that grows with the text alone',
    (source) => {
      const text = 'a'.repeat(30_000);
      expect(compile(source)?.(`${text}!`)).toBeTypeOf('boolean');
    },
    5_000,
  );
});
