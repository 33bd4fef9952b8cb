import type { Organization } from '../organizations/organization.ts';
import type { Frequency } from './report-period.ts';
import type { ReportType } from './report-schedule.ts';
import type { Tally } from './tally.ts';
import { German } from './texts/de.ts';
import { English } from './texts/en.ts';
import { Portuguese } from './texts/pt.ts';

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
  types: Record<ReportType, string>;
  finer: Record<keyof Tally['sentiments'], string>;
  press: string;
  positive: string;
  answers: string;
  medianResponse: string;
  p90Response: string;
  median: string;
  p90: string;
  responseByDay: string;
  polarities: string;
  finerSentiments: string;
  count: string;
  share: string;
  before: string;
  topics: string;
  topic: string;
  members: string;
  member: string;
  automation: string;
  onPlatform: string;
  formerMember: string;
  posts: string;
  post: string;
  posted: string;
  contentByPost: string;
  mostOnPost: string;
  automated: string;
  manual: string;
  clippings: string;
  clippingsByDay: string;
  outlet: string;
  article: string;
  found: string;
  day: string;
  figure: string;
  change: string;
  keyFigures: string;
  /** `{moment}`. */
  late: string;
  preparedBy: string;
  /** `{file}`. */
  attached: string;
  /** `{page}` and `{pages}`. */
  page: string;
}

const TextsOfLanguage: Record<ReportLanguage, ReportTexts> = { en: English, de: German, pt: Portuguese };

export function reportTexts(language: ReportLanguage): ReportTexts {
  return TextsOfLanguage[language];
}

/** Fills the braces of a text; what has no value stays as it is. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}
