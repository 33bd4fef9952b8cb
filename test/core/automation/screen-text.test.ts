import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenText } from '../../../shared/core/automation/screens/screen-text.ts';

const harmless = [
  'Your flat white is wonderful!',
  'What time do you open on Sunday?',
  'Such warm hospitality, we will come back',
  'Lovely tote bags!',
  'By accident I ordered two, no regrets.',
  'Thanks, Sue, for the great service',
  'Death by chocolate is my favourite cake.',
  'Wann habt ihr am Sonntag geöffnet?',
  'Super lecker, danke euch!',
  'Ein Glas Wasser dazu wäre schön.',
  'Eine Dose Kaffee zum Mitnehmen, bitte.',
  'Que horas abrem ao domingo?',
  'Adoro o vosso café, obrigada!',
  'Ótimo tratamento, voltaremos sempre.',
];

const medical = [
  'I am allergic to nuts, can I eat this?',
  'Is it safe to drink while pregnant?',
  'Does the oat milk contain any peanuts?',
  'I felt dizzy after your cold brew',
  'Ich habe eine Haselnussallergie, geht der Kuchen?',
  'Kann ich das trotz meiner Herzmedikamente trinken?',
  'Mir war danach uebel, ist das normal? Übelkeit ohne Ende',
  'Darf ich das in der Schwangerschaft trinken?',
  'Tem glúten?',
  'Posso tomar com antibiótico?',
  'Sou diabética, posso beber isto?',
];

const escalation = [
  'I will sue you',
  'My lawyer will contact you.',
  'There was a piece of glass in my cake',
  'Your barista harassed me',
  'Ich gehe damit an die Presse!',
  'Da war ein Haar im Essen und Schimmel am Brot.',
  'Wir sehen uns vor Gericht',
  'Ich werde Anzeige erstatten',
  'Vou apresentar queixa na ASAE',
  'Encontrei uma barata na cozinha',
  'Vocês são racistas',
];

describe('the word-list screen', () => {
  it.each(harmless)('AR-03 lets a harmless text pass: %s', (text) => {
    expect(screenText(text)).toEqual({ medical: false, escalation: false, matched: [] });
  });

  it.each(medical)('AR-03 finds the medical question: %s', (text) => {
    expect(screenText(text)).toMatchObject({ medical: true });
  });

  it.each(escalation)('AR-03 finds the escalation: %s', (text) => {
    expect(screenText(text)).toMatchObject({ escalation: true });
  });

  it.each([
    ['digits for letters', 'any 4ll3rg3ns in it?'],
    ['1 for l', 'a11ergic reaction'],
    ['letters spelled out', 'a l l e r g y'],
    ['dots inside a word', 'al.ler.gy'],
    ['an invisible character inside a word', 'aller\u200bgy'],
    ['a soft hyphen', 'aller\u00adgie'],
    ['look-alike letters', '\u0430ll\u0435rgi\u0441'],
    ['full-width letters', 'ａｌｌｅｒｇｙ'],
    ['stretched letters', 'alllllergy'],
    ['capitals', 'ALLERGY'],
    ['umlauts written out', 'Unvertraeglichkeit'],
    ['decomposed umlauts', 'U\u0308belkeit'],
  ])('AR-03 sees through %s', (_trick, text) => {
    expect(screenText(text)).toMatchObject({ medical: true });
  });

  it('AR-03 reads every text with the lists of all languages', () => {
    expect(screenText('Hello, ich will sue you wegen Übelkeit')).toMatchObject({
      medical: true,
      escalation: true,
    });
  });

  it('AR-03 names the entries that matched', () => {
    expect(screenText('My lawyer knows I am pregnant').matched.toSorted()).toEqual(['lawyer*', 'pregnan*']);
  });

  it('AR-03 finds a listed word whatever stands around it', () => {
    const around = fc.constantFrom('', ' ', ', ', '!!! ', '\n', ' 🙂 ', '"');
    fc.assert(
      fc.property(fc.lorem(), around, around, fc.lorem(), (before, left, right, after) => {
        expect(screenText(`${before} ${left}allergy${right} ${after}`).medical).toBe(true);
      }),
    );
  });
});
