import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../shared/core/coverage/normalise-text.ts';

describe('normaliseText', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'straße'],
    ['Caf\u00e9', 'Cafe\u0301'],
    ['Kaffee\u00adhaus', 'Kaffeehaus'],
    ['Bean\u00a0Bar', 'bean  bar'],
    ['Bean\u200bBar', 'BeanBar'],
    ['Mum’s', "Mum's"],
    ['„Bean Bar“', '"Bean Bar"'],
    ['Bean–Bar', 'Bean-Bar'],
    ['ﬁlter', 'FILTER'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ｂｅａｎ', 'bean'],
    [' a \n\t b ', 'a b'],
  ])('PM-07 finds %j and %j equal', (first, second) => {
    expect(normaliseText(first)).toBe(normaliseText(second));
  });

  it.each([
    ['Bar', 'Bär'],
    ['schon', 'schön'],
    ['ano', 'año'],
  ])('PM-07 keeps %j and %j apart', (first, second) => {
    expect(normaliseText(first)).not.toBe(normaliseText(second));
  });

  it('PM-07 changes nothing when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('PM-07 brings plain texts into the same form as all others, only faster', () => {
    const character = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xc0, max: 0xff }));
    const plain = fc.array(character.map((code) => String.fromCharCode(code))).map((units) => units.join(''));
    fc.assert(
      fc.property(plain, (text) => {
        const amongOthers = normaliseText(`\u2013|${text}|\u2013`);
        expect(normaliseText(`|${text}|`)).toBe(amongOthers.slice(1, -1));
      }),
    );
  });
});
