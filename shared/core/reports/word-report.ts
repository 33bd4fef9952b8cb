import type { Report } from './gather-report.ts';
import type { Voice } from './key-figures.ts';
import type { ReportDocument, Section } from './report-document.ts';
import { reportFormat } from './report-format.ts';
import type { ReportType } from './report-schedule.ts';
import { filled, reportTexts } from './report-texts.ts';
import { contentSection } from './sections/content-section.ts';
import { overviewSection } from './sections/overview-section.ts';
import { pressSection } from './sections/press-section.ts';
import { responseSection } from './sections/response-section.ts';
import { sentimentSection } from './sections/sentiment-section.ts';

type SectionOf = (report: Report, voice: Voice) => Section;

const SectionsOfType: Record<Exclude<ReportType, 'full'>, readonly SectionOf[]> = {
  overview: [overviewSection],
  sentiment: [sentimentSection],
  response_metrics: [responseSection],
  content: [contentSection],
};

/** A full report leaves out the parts that have nothing to tell; the others say that there was nothing. */
function sectionsOf({ reportType, current, previous }: Report): readonly SectionOf[] {
  if (reportType !== 'full') return SectionsOfType[reportType];
  const hasInteractions = current.figures.interactions > 0;
  const hasCoverage = current.figures.clippings + previous.figures.clippings > 0;
  return [
    overviewSection,
    ...(hasInteractions ? [sentimentSection, responseSection, contentSection] : []),
    ...(hasCoverage ? [pressSection] : []),
  ];
}

function noticeOf({ lateSince, current }: Report, { texts, format }: Voice): string | undefined {
  if (lateSince === undefined) return undefined;
  return filled(texts.late, { moment: format.moment(lateSince, current.period.timeZone) });
}

/** Puts a report into the organization's language (RP-02), as the sections that its type consists of (RP-01). */
export function wordReport(report: Report): { document: ReportDocument; voice: Voice } {
  const { organization, frequency, reportType, current } = report;
  const texts = reportTexts(organization.language);
  const format = reportFormat(organization);
  const voice = { texts, format, comparedWith: texts.comparedWith[frequency] };
  const isOnePart = reportType !== 'overview' && reportType !== 'full';
  const title = [texts.title[frequency], ...(isOnePart ? [texts.types[reportType]] : [])].join(' – ');
  const period = format.period(current.period);
  const names = { organization: organization.name, title, period };
  const document = {
    title,
    subject: filled(texts.subject, names),
    organization: organization.name,
    period,
    notice: noticeOf(report, voice),
    sections: sectionsOf(report).map((sectionOf) => sectionOf(report, voice)),
    why: filled(texts.why, names),
  };
  return { document, voice };
}
