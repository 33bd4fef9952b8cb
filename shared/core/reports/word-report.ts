import type { DailyChart } from './daily-chart.ts';
import { dailyChart } from './daily-chart.ts';
import type { Report } from './gather-report.ts';
import { type KeyFigure, keyFigures } from './key-figures.ts';
import { type ReportFormat, reportFormat } from './report-format.ts';
import { filled, type ReportTexts, reportTexts } from './report-texts.ts';

/** A report in words and numbers, ready for any layout. */
export interface WordedReport {
  texts: ReportTexts;
  format: ReportFormat;
  title: string;
  subject: string;
  organization: string;
  period: string;
  keyFigures: KeyFigure[];
  /** Undefined when there is nothing to draw. */
  chart: { heading: string; description: string; drawing: DailyChart } | undefined;
  sentiments: { name: string; sentiment: Sentiment; count: string; share: string; percent: number }[];
  waiting: string | undefined;
  accounts: { name: string; interactions: string; answered: string }[];
  topContent: { title: string; permalink: string | null; interactions: string }[];
  nothing: string | undefined;
  why: string;
}

type Sentiment = 'positive' | 'neutral' | 'negative' | 'unknown';

/** Puts a report into the organization's language (RP-02). */
export function wordReport(report: Report): WordedReport {
  const { organization, frequency, overview } = report;
  const texts = reportTexts(organization.language);
  const format = reportFormat(organization);
  const { figures, period } = overview.current;
  const title = texts.title[frequency];
  const periodName = format.period(period);
  const names = { organization: organization.name, title, period: periodName };
  return {
    texts,
    format,
    title,
    subject: filled(texts.subject, names),
    organization: organization.name,
    period: periodName,
    keyFigures: keyFigures(figures, overview.previous.figures, frequency, texts, format),
    chart: chartOf(report, texts, format),
    sentiments: sentimentsOf(figures, texts, format),
    waiting: waitingText(figures.waiting, texts, format),
    accounts: overview.accounts.map(({ name, interactions, answered }) => ({
      name,
      interactions: format.count(interactions),
      answered: format.share(interactions > 0 ? answered / interactions : 0),
    })),
    topContent: overview.topContent.map(({ title: contentTitle, permalink, interactions }) => ({
      title: contentTitle || texts.untitled,
      permalink,
      interactions: format.count(interactions),
    })),
    nothing: figures.interactions === 0 ? texts.nothing : undefined,
    why: filled(texts.why, names),
  };
}

function chartOf(
  { trend, overview }: Report,
  texts: ReportTexts,
  format: ReportFormat,
): WordedReport['chart'] {
  const drawing = dailyChart(trend, texts, format.day);
  if (drawing.series.length === 0) return undefined;
  const heading = trend.length > overview.current.days.length ? texts.lastSevenDays : texts.dayByDay;
  const description = trend
    .map(({ day, interactions }) => `${format.day(day)}: ${format.count(interactions)}`)
    .join(', ');
  return { heading, description, drawing };
}

function sentimentsOf(
  figures: Report['overview']['current']['figures'],
  texts: ReportTexts,
  format: ReportFormat,
): WordedReport['sentiments'] {
  return (['positive', 'neutral', 'negative', 'unknown'] as const)
    .filter((sentiment) => figures[sentiment] > 0)
    .map((sentiment) => {
      const share = figures[sentiment] / figures.interactions;
      return {
        name: texts.sentiments[sentiment],
        sentiment,
        count: format.count(figures[sentiment]),
        share: format.share(share),
        percent: Math.max(1, Math.round(share * 100)),
      };
    });
}

function waitingText(waiting: number, texts: ReportTexts, format: ReportFormat): string | undefined {
  if (waiting === 0) return undefined;
  return waiting === 1 ? texts.waitingOne : filled(texts.waitingMany, { count: format.count(waiting) });
}
