import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../shared/core/campaigns/parse-csv.ts';

describe('parseCsv', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa;b\r\n"x;y";"say ""hi"""\r\n',
      [
        ['a', 'b'],
        ['x;y', 'say "hi"'],
      ],
    ],
    [
      'a\tb\r1\t',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a,b\n"two\nlines",2',
      [
        ['a', 'b'],
        ['two\nlines', '2'],
      ],
    ],
    ['', []],
  ])('PM-03 reads %j', (csv, rows) => {
    expect(parseCsv(csv).map(({ cells }) => cells)).toEqual(rows);
  }); // prettier-ignore

  it('PM-03 counts rows as spreadsheets do, also those that are empty', () => {
    expect(parseCsv('a\n\n,\nb').map(({ row }) => row)).toEqual([1, 4]);
  });
});
