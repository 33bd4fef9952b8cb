import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../shared/core/content/title-of.ts';

describe('titleOf', () => {
  it.each([
    ['', ''],
    ['One line', 'One line'],
    ['\n  First \r\nsecond', 'First'],
    ['a'.repeat(121), `${'a'.repeat(119)}…`],
    [`${'word '.repeat(30)}end`, `${'word '.repeat(23)}word…`],
  ])('CM-12 takes the first line of %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});
