import { drawnChart } from '../../core/reports/drawn-chart.ts';
import type { Voice } from '../../core/reports/key-figures.ts';
import type { Block, ReportDocument } from '../../core/reports/report-document.ts';
import { filled } from '../../core/reports/report-texts.ts';
import { drawFigures, drawHeading, drawNote, drawShares } from './pdf-blocks.ts';
import { drawChartBlock } from './pdf-chart.ts';
import {
  ContentWidth,
  finishPdf,
  Ink,
  Margin,
  newPage,
  PageWidth,
  type Pdf,
  startPdf,
  writeText,
} from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';

/** A report as PDF: a title page, then a page or more for each section, with a running header (RP-02). */
export function writePdf(document: ReportDocument, voice: Voice): Promise<Uint8Array> {
  const { subject: title, organization: author } = document;
  const pdf = startPdf({ title, author, language: voice.format.locale });
  drawTitlePage(pdf, document, voice);
  for (const section of document.sections) {
    newPage(pdf);
    pdf.outline.addItem(section.title);
    pdf.y += writeText(pdf, section.title, fullWidth(pdf.y), { font: 'medium', size: 20 }) + 14;
    for (const block of section.blocks) drawBlock(pdf, block, voice);
  }
  drawRunningTexts(pdf, document, voice);
  return finishPdf(pdf);
}

const fullWidth = (y: number) => ({ x: Margin, y, width: ContentWidth });

function drawTitlePage(pdf: Pdf, document: ReportDocument, { texts }: Voice): void {
  newPage(pdf);
  pdf.rect(0, 0, PageWidth, 14).fill(Ink.accent);
  let y = 250;
  y += writeText(pdf, document.organization, fullWidth(y), { size: 15, color: Ink.muted }) + 10;
  y += writeText(pdf, document.title, fullWidth(y), { font: 'medium', size: 34 }) + 12;
  y += writeText(pdf, document.period, fullWidth(y), { size: 15 }) + 34;
  if (document.notice) y += writeText(pdf, document.notice, fullWidth(y - 16), { size: 11.5 }) + 4;
  pdf.rect(Margin, y, 48, 3).fill(Ink.accent);
  y += 28;
  if (document.sections.length > 1) {
    for (const { title } of document.sections) {
      y += writeText(pdf, title, fullWidth(y), { size: 11.5, color: Ink.muted }) + 7;
    }
  }
  writeText(pdf, texts.preparedBy, fullWidth(790), { size: 9, color: Ink.muted });
}

/** What a heading takes along to the next page: the head of a table with a row, or the whole of a picture. */
const RoomBelow: Record<'chart' | 'shares' | 'table', number> = { chart: 198, shares: 90, table: 56 };

function drawBlock(pdf: Pdf, block: Block, voice: Voice): void {
  if ('heading' in block) drawHeading(pdf, block.heading, RoomBelow[block.kind]);
  switch (block.kind) {
    case 'figures':
      return drawFigures(pdf, block.figures, voice);
    case 'chart':
      return drawChartBlock(pdf, drawnChart(block.chart, voice.format));
    case 'shares':
      return drawShares(pdf, block.shares, voice);
    case 'table':
      return drawTable(pdf, block.table, voice);
    case 'note':
      return drawNote(pdf, block.text);
  }
}

/** The title page has neither header nor number. */
function drawRunningTexts(pdf: Pdf, document: ReportDocument, { texts, format }: Voice): void {
  const { count } = pdf.bufferedPageRange();
  const half = ContentWidth / 2;
  const style = { size: 8.5, color: Ink.muted } as const;
  for (let page = 1; page < count; page += 1) {
    pdf.switchToPage(page);
    writeText(
      pdf,
      `${document.organization} · ${document.title}`,
      { x: Margin, y: 42, width: half + 40 },
      style,
    );
    const right = { x: Margin + half + 40, y: 42, width: half - 40 };
    writeText(pdf, document.period, right, { ...style, align: 'right' });
    pdf
      .moveTo(Margin, 62)
      .lineTo(Margin + ContentWidth, 62)
      .lineWidth(0.6)
      .stroke(Ink.line);
    const numbers = { page: format.count(page + 1), pages: format.count(count) };
    writeText(pdf, filled(texts.page, numbers), fullWidth(800), { ...style, align: 'right' });
  }
}
