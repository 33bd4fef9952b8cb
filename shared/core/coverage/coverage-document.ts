import type { Instant } from '../kernel/time.ts';
import { dayIn } from '../kernel/zoned-time.ts';
import type { Organization } from '../organizations/organization.ts';
import {
  count,
  dayValue,
  type ReportDocument,
  type Section,
  type Table,
  textValue,
  type Value,
} from '../reports/report-document.ts';
import type { Clipping } from './clipping.ts';
import type { CoverageReport } from './coverage-report.ts';
import { type CoverageTexts, coverageTexts } from './coverage-texts.ts';

type Reader = Pick<Organization, 'name' | 'language' | 'timeZone'>;

/** PM-20: clippings as a document of one table. */
export function clippingsDocument(clippings: readonly Clipping[], reader: Reader): ReportDocument {
  const texts = coverageTexts(reader.language);
  return documentOf(reader, texts.coverage, '', [clippingsSection(clippings, reader, texts)]);
}

/** PM-20: a campaign's coverage as a document: figures, outlets, weeks, recipients, and the clippings themselves. */
export function coverageDocument(report: CoverageReport, reader: Reader): ReportDocument {
  const texts = coverageTexts(reader.language);
  const day = (instant: Instant) => dayIn(reader.timeZone, instant);
  const { tracker } = report;
  const period = tracker ? `${day(tracker.startsAt)} – ${day(tracker.endsAt)}` : '';
  return documentOf(reader, report.campaignName, period, [
    overview(report, texts),
    section(texts.outlets, {
      columns: [
        { label: texts.outlet, kind: 'text' },
        { label: texts.clippings, kind: 'count' },
      ],
      rows: report.byOutlet.map(({ outlet, clippings }) => [textValue(outlet), count(clippings)]),
    }),
    section(texts.weeks, {
      columns: [
        { label: texts.week, kind: 'day' },
        { label: texts.clippings, kind: 'count' },
      ],
      rows: report.byWeek.map(({ week, clippings }) => [dayValue(week), count(clippings)]),
    }),
    recipientsSection(report, texts, day),
    clippingsSection(report.clippings, reader, texts),
  ]);
}

function documentOf(reader: Reader, title: string, period: string, sections: Section[]): ReportDocument {
  return { title, subject: title, organization: reader.name, period, notice: undefined, sections, why: '' };
}

function section(title: string, table: Table): Section {
  return { title, blocks: [{ kind: 'table', heading: title, table }] };
}

function overview(
  { campaignName, totals, channels, byType, bySentiment }: CoverageReport,
  texts: CoverageTexts,
) {
  const figures: [string, number][] = [
    [texts.clippings, totals.clippings],
    [texts.automated, totals.automated],
    [texts.manual, totals.manual],
    [texts.outlets, totals.outlets],
    [texts.recipients, totals.recipients],
    [texts.whoPublished, totals.recipientsWhoPublished],
    [texts.channels, channels.total],
    [texts.channelsWithArticles, channels.withArticles],
    ...byType.map(({ outletType, clippings }): [string, number] => [texts.types[outletType], clippings]),
    ...bySentiment.map(({ sentiment, clippings }): [string, number] => [
      `${texts.sentiment}: ${texts.sentiments[sentiment]}`,
      clippings,
    ]),
  ];
  const table: Table = {
    columns: [
      { label: texts.figure, kind: 'text' },
      { label: texts.number, kind: 'count' },
    ],
    rows: figures.map(([label, value]) => [textValue(label), count(value)]),
  };
  return { title: texts.overview, blocks: [{ kind: 'table' as const, heading: campaignName, table }] };
}

function recipientsSection(
  { recipients }: CoverageReport,
  texts: CoverageTexts,
  day: (instant: Instant) => string,
): Section {
  return section(texts.recipients, {
    columns: [
      { label: texts.recipient, kind: 'text' },
      { label: texts.outlet, kind: 'text' },
      { label: texts.sent, kind: 'day' },
      { label: texts.hasPublished, kind: 'text' },
      { label: texts.clippings, kind: 'count' },
    ],
    rows: recipients.map(({ name, publications, sentAt, hasPublished, clippings }) => [
      textValue(name),
      textValue(publications.map(({ title }) => title).join(', ')),
      dayValue(day(sentAt)),
      textValue(hasPublished ? texts.yes : texts.no),
      count(clippings),
    ]),
  });
}

function clippingsSection(
  clippings: readonly Clipping[],
  { timeZone }: Reader,
  texts: CoverageTexts,
): Section {
  const day = (instant: Instant | null): Value =>
    dayValue(instant === null ? null : dayIn(timeZone, instant));
  return section(texts.clippings, {
    columns: [
      { label: texts.title, kind: 'text' },
      { label: texts.outlet, kind: 'text' },
      { label: texts.type, kind: 'text' },
      { label: texts.published, kind: 'day' },
      { label: texts.detected, kind: 'day' },
      { label: texts.sentiment, kind: 'text' },
      { label: texts.address, kind: 'text' },
      { label: texts.excerpt, kind: 'text' },
    ],
    rows: clippings.map((clipping) => [
      textValue(clipping.title),
      textValue(clipping.outlet),
      textValue(texts.types[clipping.outletType]),
      day(clipping.publishedAt),
      day(clipping.detectedAt),
      textValue(texts.sentiments[clipping.sentiment]),
      textValue(clipping.url ?? ''),
      textValue(clipping.excerpt),
    ]),
  });
}
