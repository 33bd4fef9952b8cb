import { expect, it } from 'vitest';
import { shortCell, wholeCell } from '../../../shared/infra/dynamo/short-cells.ts';

it('CM-19 stores the words of a cell short, and reads them back', () => {
  const name = 'interaction|acc_1|facebook|gratitude|reply_scheduled';
  expect(shortCell(name)).toBe('~i|acc_1|~f|~*|~s');
  expect(wholeCell(shortCell(name))).toBe(name);
});

it.each(['topic|acc_1|positive|new', 'topic|acc_1|neutral|~n', 'topic|acc_1|unknown|a | b|~~', 'other', ''])(
  'CM-19 reads “%s” back, whatever people call a topic',
  (name) => {
    expect(wholeCell(shortCell(name))).toBe(name);
  },
);
