import type { Organization } from '../organizations/organization.ts';
import type { Frequency } from './report-period.ts';

export type ReportLanguage = Organization['language'];

/** Every text of a report in one language; what stands in braces is filled in. */
export interface ReportTexts {
  title: Record<Frequency, string>;
  /** `{title}`, `{organization}` and `{period}`. */
  subject: string;
  comparedWith: Record<Frequency, string>;
  interactions: string;
  answered: string;
  negative: string;
  coverage: string;
  sentiments: Record<'positive' | 'neutral' | 'negative' | 'unknown', string>;
  sentiment: string;
  dayByDay: string;
  lastSevenDays: string;
  accounts: string;
  account: string;
  topContent: string;
  untitled: string;
  /** `{count}`. */
  waitingOne: string;
  waitingMany: string;
  openWaiting: string;
  nothing: string;
  unchanged: string;
  noneBefore: string;
  /** Percentage points. */
  points: Record<'one' | 'other', string>;
  open: string;
  /** `{organization}`. */
  why: string;
  unsubscribe: string;
  unsubscribeQuestion: string;
  unsubscribeButton: string;
  unsubscribed: string;
}

const English: ReportTexts = {
  title: { daily: 'Daily report', weekly: 'Weekly report', monthly: 'Monthly report' },
  subject: '{organization}: {title}, {period}',
  comparedWith: {
    daily: 'vs. the day before',
    weekly: 'vs. the week before',
    monthly: 'vs. the month before',
  },
  interactions: 'Comments and messages',
  answered: 'Answered',
  negative: 'Negative',
  coverage: 'Press clippings',
  sentiments: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative', unknown: 'Not analysed' },
  sentiment: 'How it was meant',
  dayByDay: 'Day by day',
  lastSevenDays: 'The last seven days',
  accounts: 'By account',
  account: 'Account',
  topContent: 'Most talked about',
  untitled: 'Post without a title',
  waitingOne: 'One of them is still waiting for a person.',
  waitingMany: '{count} of them are still waiting for a person.',
  openWaiting: 'Open the manual queue',
  nothing: 'Nobody wrote in this time. Enjoy the quiet.',
  unchanged: 'no change',
  noneBefore: 'none before',
  points: { one: 'point', other: 'points' },
  open: 'Open Earshot',
  why: 'You get this report because {organization} sends it to you.',
  unsubscribe: 'Unsubscribe',
  unsubscribeQuestion: 'Do you want to get no more reports from this organization?',
  unsubscribeButton: 'Yes, unsubscribe me',
  unsubscribed: 'Done. You will get no more reports from this organization.',
};

const German: ReportTexts = {
  title: { daily: 'Tagesbericht', weekly: 'Wochenbericht', monthly: 'Monatsbericht' },
  subject: '{organization}: {title}, {period}',
  comparedWith: { daily: 'zum Vortag', weekly: 'zur Vorwoche', monthly: 'zum Vormonat' },
  interactions: 'Kommentare und Nachrichten',
  answered: 'Beantwortet',
  negative: 'Negativ',
  coverage: 'Presse-Clippings',
  sentiments: { positive: 'Positiv', neutral: 'Neutral', negative: 'Negativ', unknown: 'Nicht analysiert' },
  sentiment: 'So war es gemeint',
  dayByDay: 'Tag für Tag',
  lastSevenDays: 'Die letzten sieben Tage',
  accounts: 'Nach Konto',
  account: 'Konto',
  topContent: 'Am meisten besprochen',
  untitled: 'Beitrag ohne Titel',
  waitingOne: 'Einer davon wartet noch auf einen Menschen.',
  waitingMany: '{count} davon warten noch auf einen Menschen.',
  openWaiting: 'Manuelle Warteschlange öffnen',
  nothing: 'In dieser Zeit hat niemand geschrieben. Genießen Sie die Ruhe.',
  unchanged: 'unverändert',
  noneBefore: 'zuvor keine',
  points: { one: 'Punkt', other: 'Punkte' },
  open: 'Earshot öffnen',
  why: 'Sie erhalten diesen Bericht, weil {organization} ihn Ihnen schickt.',
  unsubscribe: 'Abbestellen',
  unsubscribeQuestion: 'Möchten Sie keine Berichte dieser Organisation mehr erhalten?',
  unsubscribeButton: 'Ja, abbestellen',
  unsubscribed: 'Erledigt. Sie erhalten keine Berichte dieser Organisation mehr.',
};

const Portuguese: ReportTexts = {
  title: { daily: 'Relatório diário', weekly: 'Relatório semanal', monthly: 'Relatório mensal' },
  subject: '{organization}: {title}, {period}',
  comparedWith: {
    daily: 'face à véspera',
    weekly: 'face à semana anterior',
    monthly: 'face ao mês anterior',
  },
  interactions: 'Comentários e mensagens',
  answered: 'Respondidos',
  negative: 'Negativos',
  coverage: 'Clippings de imprensa',
  sentiments: { positive: 'Positivos', neutral: 'Neutros', negative: 'Negativos', unknown: 'Não analisados' },
  sentiment: 'O tom das mensagens',
  dayByDay: 'Dia a dia',
  lastSevenDays: 'Os últimos sete dias',
  accounts: 'Por conta',
  account: 'Conta',
  topContent: 'O que deu mais que falar',
  untitled: 'Publicação sem título',
  waitingOne: 'Um deles ainda espera por uma pessoa.',
  waitingMany: '{count} deles ainda esperam por uma pessoa.',
  openWaiting: 'Abrir a fila manual',
  nothing: 'Ninguém escreveu neste período. Aproveite o sossego.',
  unchanged: 'sem alteração',
  noneBefore: 'antes nenhum',
  points: { one: 'ponto', other: 'pontos' },
  open: 'Abrir o Earshot',
  why: 'Recebe este relatório porque {organization} o envia para si.',
  unsubscribe: 'Cancelar subscrição',
  unsubscribeQuestion: 'Quer deixar de receber relatórios desta organização?',
  unsubscribeButton: 'Sim, cancelar',
  unsubscribed: 'Feito. Não receberá mais relatórios desta organização.',
};

const TextsOfLanguage: Record<ReportLanguage, ReportTexts> = { en: English, de: German, pt: Portuguese };

export function reportTexts(language: ReportLanguage): ReportTexts {
  return TextsOfLanguage[language];
}

/** Fills the braces of a text; what has no value stays as it is. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}
