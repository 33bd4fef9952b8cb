import { marshall } from '@aws-sdk/util-dynamodb';
import { itemSize } from './item-size.ts';
import { readUnitsOf, unitsOfWrite } from './units.ts';

const sized = (bytes: number, overrides: Record<string, unknown> = {}) => {
  const item = { pk: 'p', sk: 's', ...overrides };
  const name = 'text';
  const rest = bytes - itemSize(marshall(item)) - name.length;
  return marshall({ ...item, [name]: 'x'.repeat(rest) });
};
const listed = { inboxPk: 'i', inboxSk: '1', summary: { status: 'new' } };
const moved = { ...listed, inboxSk: '2' };

/** Examples whose answers the developer guide gives: item sizes, units, transactions, and the cases of an index. */
const KnownAnswers: readonly [what: string, counted: number, known: number][] = [
  ['a text of 5 bytes under a name of 2', itemSize({ pk: { S: 'Maria' } }), 7],
  ['a text of two bytes for each letter', itemSize({ pk: { S: 'üöä' } }), 8],
  ['the number 1234 under a name of 1', itemSize({ n: { N: '1234' } }), 4],
  ['a number with zeros at its ends', itemSize({ n: { N: '12000' } }), 3],
  ['a Boolean', itemSize({ b: { BOOL: true } }), 2],
  ['an empty map', itemSize({ m: { M: {} } }), 4],
  ['a list of two Booleans', itemSize({ l: { L: [{ BOOL: true }, { NULL: true }] } }), 8],
  ['a write of 1 KB', unitsOfWrite(undefined, sized(1_024), false).table, 1],
  ['a write of 1 KB and a byte', unitsOfWrite(undefined, sized(1_025), false).table, 2],
  ['a write of 3 KB in a transaction', unitsOfWrite(undefined, sized(3_072), true).table, 6],
  ['a write that makes 3 KB small', unitsOfWrite(sized(3_072), sized(100), false).table, 3],
  ['an item that enters an index', unitsOfWrite(undefined, sized(2_000, listed), false).indexes, 1],
  [
    'a change that an index does not hold',
    unitsOfWrite(sized(900, listed), sized(901, listed), false).indexes,
    0,
  ],
  ['a new place in an index', unitsOfWrite(sized(900, listed), sized(900, moved), false).indexes, 2],
  ['an item that leaves an index', unitsOfWrite(sized(900, listed), sized(900), false).indexes, 1],
  ['an index in a transaction', unitsOfWrite(undefined, sized(900, listed), true).indexes, 1],
  ['a consistent read of 4 KB and a byte', readUnitsOf(4_097, true), 2],
  ['another read of 4 KB', readUnitsOf(4_096, false), 0.5],
];

/** @throws when the meter counts one of them differently. */
export function checkKnownAnswers(): number {
  for (const [what, counted, known] of KnownAnswers) {
    if (counted !== known) throw new Error(`The meter is wrong: ${what} is ${known}, it counts ${counted}.`);
  }
  return KnownAnswers.length;
}
