import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseUrl, publisherDomain } from '../../../shared/core/coverage/normalise-url.ts';

describe('normaliseUrl', () => {
  const article = 'daily-herald.example/business/bean-bar';
  it.each([
    'https://daily-herald.example/business/bean-bar',
    'http://www.daily-herald.example/business/bean-bar/',
    'https://daily-herald.example:443/business/bean-bar#comments',
    'https://Daily-Herald.example/business/bean-bar?utm_source=rss&utm_medium=feed',
    'https://daily-herald.example/business/bean-bar?fbclid=abc&gclid=1',
    'https://m.daily-herald.example/business/bean-bar',
    'https://amp.daily-herald.example/business/bean-bar',
    'https://daily-herald.example/business/bean-bar/amp/',
    'https://daily-herald.example/amp/business/bean-bar',
    'https://daily-herald.example/business/bean-bar?amp=1',
    'https://www.google.com/amp/s/daily-herald.example/business/bean-bar',
    'https://daily--herald-example.cdn.ampproject.org/c/s/daily-herald.example/business/bean-bar',
    'https://daily-herald.example/business/bean%2Dbar',
    '  https://daily-herald.example/business/bean-bar\n',
  ])('PM-08 brings %j to one form', (address) => {
    expect(normaliseUrl(address)).toBe(article);
  });

  it.each([
    ['https://a.example/?id=1', 'https://a.example/?id=2'],
    ['https://a.example/News', 'https://a.example/news'],
    ['https://a.example/amp', 'https://a.example/'],
    ['https://a.example/?amp=tube', 'https://a.example/?amp=transistor'],
    ['https://a.example/x?page=1', 'https://a.example/x'],
    ['https://a.example/#!/article/1', 'https://a.example/#!/article/2'],
    ['https://blog.a.example/x', 'https://a.example/x'],
    ['https://a.example/a%2Fb', 'https://a.example/a/b'],
    ['https://a.example:8080/x', 'https://a.example/x'],
  ])('PM-08 keeps %s and %s apart', (first, second) => {
    expect(normaliseUrl(first)).not.toBe(normaliseUrl(second));
  });

  it('PM-08 does not care about the order of parameters', () => {
    expect(normaliseUrl('https://a.example/x?b=2&a=1')).toBe(normaliseUrl('https://a.example/x?a=1&b=2'));
  });

  it.each(['', 'mailto:a@b.example', 'javascript:alert(1)', '/relative', 'tag:a.example,2026:1'])(
    'PM-08 takes %j for no web address',
    (address) => {
      expect(normaliseUrl(address)).toBeNull();
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('PM-08 keeps a parameter that is called %s', (name) => {
    expect(normaliseUrl(`https://a.example/x?${name}=1`)).toBe(`a.example/x?${name}=1`);
  });

  it('PM-08 changes nothing when applied to what it made', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        const once = normaliseUrl(address);
        fc.pre(once !== null && !/^(m|www|amp|mobile)\./.test(once));
        expect(normaliseUrl(`https://${once}`)).toBe(once);
      }),
    );
  });
});

describe('publisherDomain', () => {
  it.each([
    ['https://www.daily-herald.example/x', 'daily-herald.example'],
    ['https://m.daily-herald.example', 'daily-herald.example'],
    ['https://blog.daily-herald.example', 'blog.daily-herald.example'],
    ['no address', null],
  ])('PM-08 sees the publisher of %s in %s', (address, domain) => {
    expect(publisherDomain(address)).toBe(domain);
  });
});
