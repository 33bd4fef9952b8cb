import type { Day } from '../kernel/zoned-time.ts';

/** A figure or text of a report, not yet formatted; null is a figure that does not exist, such as a share of nothing. */
export type Value =
  | { kind: 'text'; text: string; link?: string | undefined }
  | { kind: 'count'; value: number | null }
  | { kind: 'share'; value: number | null }
  | { kind: 'duration'; value: number | null }
  | { kind: 'day'; value: Day | null };

/** One figure beside that of the period before (RP-02). */
export interface KeyFigure {
  label: string;
  now: Value;
  before: Value;
  direction: 'up' | 'down' | undefined;
  /** How much it changed, in words; empty where there is nothing to compare. */
  change: string;
  /** Whether the change is good news; undefined where it is neither. */
  isGood: boolean | undefined;
}

/** A value of each series for each day; null leaves a gap. */
export interface Chart {
  style: 'stacked-bars' | 'lines';
  days: Day[];
  series: { name: string; color: string; values: (number | null)[] }[];
}

export interface Share {
  name: string;
  color: string;
  count: number;
  share: number;
}

export interface Table {
  /** `isMinor`: left out where there is no room, as in a mail on a phone. */
  columns: { label: string; kind: Value['kind']; isMinor?: true }[];
  rows: Value[][];
}

/** A piece of a section; what would be empty is left out. */
export type Block =
  | { kind: 'figures'; figures: KeyFigure[] }
  | { kind: 'chart'; heading: string; chart: Chart }
  | { kind: 'shares'; heading: string; shares: Share[] }
  | { kind: 'table'; heading: string; table: Table }
  | { kind: 'note'; text: string; link?: { label: string; to: 'waiting' } | undefined };

export interface Section {
  title: string;
  blocks: Block[];
}

/** A whole report in the organization's language, for any layout: mail, PDF and spreadsheet say the same. */
export interface ReportDocument {
  title: string;
  subject: string;
  organization: string;
  period: string;
  /** What readers have to know before the figures, such as that the report comes late. */
  notice: string | undefined;
  sections: Section[];
  /** Why the reader gets it. */
  why: string;
}

export function chartsOf({ sections }: ReportDocument): Chart[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
  );
}

export const textValue = (text: string, link?: string | null): Value => ({
  kind: 'text',
  text,
  link: link ?? undefined,
});
export const count = (value: number | null): Value => ({ kind: 'count', value });
export const share = (value: number | null): Value => ({ kind: 'share', value });
export const duration = (value: number | null): Value => ({ kind: 'duration', value });
export const dayValue = (value: Day | null): Value => ({ kind: 'day', value });
