import { describe, expect, it } from 'vitest';
import { copyKey, isCopyOf } from '../../../shared/core/coverage/syndication.ts';

const Text =
  'Bean Bar opens its second shop in Lisbon on Friday. The roastery from Porto wants to employ twelve people there, said its founder to the agency.';
const original = {
  title: 'Bean Bar opens in Lisbon',
  excerpt: Text,
  articleUrl: 'https://agency.example/1',
  normalizedUrl: 'agency.example/1',
};
const copy = { title: 'Bean Bar opens in Lisbon', excerpt: Text, publisherDomain: 'herald.example' };

describe('copies of one text', () => {
  it.each([
    ['the same text', copy],
    ['cut at its end', { ...copy, excerpt: Text.slice(0, 110) }],
    ['with other quotes and letter case', { ...copy, title: '“Bean Bar” opens in LISBON' }],
    ['with a changed word', { ...copy, excerpt: Text.replace('twelve', 'a dozen') }],
  ])('PM-08 are recognised: %s', (_how, article) => {
    expect(isCopyOf(original, article)).toBe(true);
  });

  it.each([
    ['the same publisher again', { ...copy, publisherDomain: 'agency.example' }],
    ['another title', { ...copy, title: 'A coffee shop opens in Lisbon' }],
    [
      'another text under the same title',
      {
        ...copy,
        excerpt:
          'Yesterday evening we drank the first espresso at the new counter, and it was worth the wait in the rain.',
      },
    ],
    ['an excerpt that says too little', { ...copy, excerpt: 'Bean Bar opens.' }],
    ['an unknown publisher', { ...copy, publisherDomain: null }],
  ])('PM-08 are not taken for such: %s', (_how, article) => {
    expect(isCopyOf(original, article)).toBe(false);
  });

  it('PM-08 are not looked for where a title says too little', () => {
    expect([copyKey({ title: 'Press review' }), copyKey(copy)]).toEqual([
      null,
      'copy bean bar opens in lisbon',
    ]);
  });
});
