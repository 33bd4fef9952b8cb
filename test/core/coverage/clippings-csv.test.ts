import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../shared/core/coverage/clippings-csv.ts';

describe('csvCell', () => {
  it.each([
    ['Bean Bar opens', 'Bean Bar opens'],
    ['Coffee, "the best"', '"Coffee, ""the best"""'],
    ['=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\t=1', '"\'\t=1"'],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['a = b', 'a = b'],
    ['', ''],
  ])('PM-20 writes %j as %j, so that it is never a formula', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
