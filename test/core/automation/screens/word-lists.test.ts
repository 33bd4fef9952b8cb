import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ScreenedLanguages, screenText } from '../../../../shared/core/automation/screens/screen-text.ts';
import { German } from '../../../../shared/core/automation/screens/words-de.ts';
import { English } from '../../../../shared/core/automation/screens/words-en.ts';
import { Portuguese } from '../../../../shared/core/automation/screens/words-pt.ts';
import { figuresOf, halvesOf, labelledTexts, rowOf } from './labelled.ts';

const Root = join(import.meta.dirname, '../../../..');
const SafetyPage = readFileSync(join(Root, 'docs/safety.md'), 'utf8');
const fixture = (language: string) =>
  labelledTexts(readFileSync(join(import.meta.dirname, `fixtures/${language}.tsv`), 'utf8'));
const linesOf = (name: string) =>
  readFileSync(join(import.meta.dirname, `fixtures/${name}`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

describe('the figures of the word lists', () => {
  it.each(ScreenedLanguages)('AR-03 are published as they are measured: %s', (language) => {
    const labelled = fixture(language);
    const { tuned, heldOut } = halvesOf(labelled);
    expect(SafetyPage).toContain(rowOf(language, 'tuned', figuresOf(tuned, screenText)));
    expect(SafetyPage).toContain(rowOf(language, 'held out', figuresOf(heldOut, screenText)));
  });

  it.each(ScreenedLanguages)('AR-03 come from at least 300 different texts of all labels: %s', (language) => {
    const labelled = fixture(language);
    expect(new Set(labelled.map(({ text }) => text)).size).toBeGreaterThanOrEqual(300);
    const counts = Map.groupBy(labelled, ({ label }) => label);
    for (const texts of counts.values()) expect(texts.length).toBeGreaterThanOrEqual(100);
    expect(counts.size).toBe(3);
  });

  it('count what is missed, what is blocked for the other reason only, and false alarms', () => {
    const findings = { medical: false, escalation: false, matched: [] };
    const screen = (text: string) => ({
      ...findings,
      medical: text.includes('m'),
      escalation: text.includes('e'),
    });
    const labelled = labelledTexts(
      'label\ttext\nmedical\tm\nmedical\te\nmedical\tx\nescalation\tx\nneither\tm\n',
    );
    expect(figuresOf(labelled, screen)).toEqual({
      texts: 5,
      medical: { texts: 3, missed: 1, otherReason: 1 },
      escalation: { texts: 1, missed: 1, otherReason: 0 },
      neither: { texts: 1, falseAlarms: 1 },
    });
  });
});

describe('the word lists', () => {
  it.each(linesOf('everyday-look-alikes.txt'))(
    'AR-03 let words pass that resemble listed ones: %s',
    (text) => {
      expect(screenText(text)).toEqual({ medical: false, escalation: false, matched: [] });
    },
  );

  it.each([
    ['a wrong letter', 'symptams'],
    ['a missing letter', 'symtoms'],
    ['an extra letter', 'symptooms'],
    ['two letters swapped', 'sypmtoms'],
  ])('AR-03 forgive %s in long words', (_fault, text) => {
    expect(screenText(text)).toMatchObject({ medical: true, matched: ['symptom*'] });
  });

  it('AR-03 read an emoji as a word of its own', () => {
    expect(screenText('🤰🏽 ok?')).toEqual({ medical: true, escalation: false, matched: ['🤰'] });
    expect(screenText('alle\u200brgy☕')).toMatchObject({ medical: true });
  });

  it.each([English, German, Portuguese])('AR-03 hold every entry once: $language', (list) => {
    for (const entries of [list.medical, list.escalation])
      expect(entries.filter((entry, index) => entries.indexOf(entry) !== index)).toEqual([]);
  });

  it.each([English, German, Portuguese])(
    'AR-03 forgive misspellings of long words only: $language',
    (list) => {
      const lenient = [...list.medical, ...list.escalation]
        .flatMap((entry) => entry.split(' '))
        .filter((word) => word.startsWith('≈'));
      expect(lenient.filter((word) => word.replace(/[≈*]/g, '').length < 6)).toEqual([]);
    },
  );
});
