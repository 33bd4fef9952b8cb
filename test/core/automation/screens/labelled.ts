import * as z from 'zod';
import type { ScreenResult } from '../../../../shared/core/automation/screens/screen-result.ts';

/** What a person says about a text, to measure the word lists against. */
const Label = z.enum(['medical', 'escalation', 'neither']);
type Label = z.infer<typeof Label>;

export interface LabelledText {
  label: Label;
  text: string;
}

/** Reads `label<TAB>text` lines below a heading. */
export function labelledTexts(tsv: string): LabelledText[] {
  const [, ...lines] = tsv.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [label, text = ''] = line.split('\t');
    return { label: Label.parse(label), text };
  });
}

/** How the screen fares; a text counts as blocked when either list fires, as either one keeps it from automation. */
export interface Figures {
  texts: number;
  /** Texts that must be blocked, how many are not, and how many are blocked for the other reason only. */
  medical: { texts: number; missed: number; otherReason: number };
  escalation: { texts: number; missed: number; otherReason: number };
  /** Texts that automation may answer, and how many of them are blocked. */
  neither: { texts: number; falseAlarms: number };
}

export function figuresOf(
  labelled: readonly LabelledText[],
  screen: (text: string) => ScreenResult,
): Figures {
  const results = labelled.map(({ label, text }) => ({ label, ...screen(text) }));
  const isBlocked = ({ medical, escalation }: ScreenResult) => medical || escalation;
  const ofLabel = (label: 'medical' | 'escalation') => {
    const texts = results.filter((result) => result.label === label);
    const blocked = texts.filter(isBlocked);
    return {
      texts: texts.length,
      missed: texts.length - blocked.length,
      otherReason: blocked.filter((result) => !result[label]).length,
    };
  };
  const neither = results.filter(({ label }) => label === 'neither');
  return {
    texts: results.length,
    medical: ofLabel('medical'),
    escalation: ofLabel('escalation'),
    neither: { texts: neither.length, falseAlarms: neither.filter(isBlocked).length },
  };
}

/** Every other text: the word lists are improved on one half and measured on the other, too. */
export function halvesOf(labelled: readonly LabelledText[]): {
  tuned: LabelledText[];
  heldOut: LabelledText[];
} {
  return {
    tuned: labelled.filter((_, index) => index % 2 === 0),
    heldOut: labelled.filter((_, index) => index % 2 === 1),
  };
}

/** A line of the table in docs/safety.md. */
export function rowOf(language: string, half: string, figures: Figures): string {
  const { medical, escalation, neither } = figures;
  const part = (some: number, all: number) => `${some} of ${all}`;
  const cells = [
    language,
    half,
    part(medical.missed, medical.texts),
    part(escalation.missed, escalation.texts),
    part(neither.falseAlarms, neither.texts),
    String(medical.otherReason + escalation.otherReason),
  ];
  return `| ${cells.join(' | ')} |`;
}
