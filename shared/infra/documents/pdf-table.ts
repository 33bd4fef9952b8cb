import type { Voice } from '../../core/reports/key-figures.ts';
import { webAddress } from '../../core/reports/mail-html.ts';
import type { Table, Value } from '../../core/reports/report-document.ts';
import { Bottom, ContentWidth, heightOfText, Ink, Margin, newPage, type Pdf, writeText } from './pdf-page.ts';

const CellGap = 12;
const RowPadding = 6;
const TextSize = 9.5;
const HeadSize = 8.5;

/** Five such columns leave room for a text. */
const WidestNumber = 72;

/** The longest text that a cell shows; the mail and the spreadsheet have all of it. */
const MostCharacters = 220;

interface Column {
  x: number;
  width: number;
  align: 'left' | 'right';
}

/** A table that goes on over pages, its head on each; a row is never torn. */
export function drawTable(pdf: Pdf, table: Table, { format }: Voice): void {
  const texts = table.rows.map((row) => row.map((value) => shortened(format.value(value))));
  const columns = columnsOf(pdf, table, texts);
  drawHead(pdf, table, columns);
  for (const [index, row] of table.rows.entries()) {
    const cells = texts[index] ?? [];
    const height = rowHeight(pdf, cells, columns, TextSize);
    if (pdf.y + height > Bottom) {
      newPage(pdf);
      drawHead(pdf, table, columns);
    }
    drawCells(pdf, cells, columns, (column) => {
      const link = linkOf(row[column]);
      return { size: TextSize, link, color: link ? Ink.accent : Ink.text };
    });
    endRow(pdf, height);
  }
  pdf.y += 4;
}

function shortened(text: string): string {
  return text.length > MostCharacters ? `${text.slice(0, MostCharacters).trimEnd()}…` : text;
}

function linkOf(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? webAddress(value.link ?? null) : undefined;
}

/** Numbers take what they need; texts share the rest, those with more to say getting more. */
function columnsOf(pdf: Pdf, table: Table, texts: readonly string[][]): Column[] {
  const lengthOf = (index: number) => Math.max(4, ...texts.map((row) => (row[index] ?? '').length));
  const weights = table.columns.map(({ kind }, index) => (kind === 'text' ? Math.sqrt(lengthOf(index)) : 0));
  const natural = table.columns.map(({ label, kind }, index) => {
    if (kind === 'text') return 0;
    const head = pdf.font('regular').fontSize(HeadSize).widthOfString(label);
    const cells = texts.map((row) => pdf.fontSize(TextSize).widthOfString(row[index] ?? ''));
    return Math.min(WidestNumber, Math.max(head, ...cells)) + 2;
  });
  const rest = ContentWidth - sum(natural) - CellGap * (natural.length - 1);
  let x = Margin;
  return table.columns.map(({ kind }, index) => {
    const width = natural[index] || (rest * (weights[index] ?? 0)) / sum(weights);
    const column: Column = { x, width, align: kind === 'text' || kind === 'day' ? 'left' : 'right' };
    x += width + CellGap;
    return column;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function drawHead(pdf: Pdf, table: Table, columns: readonly Column[]): void {
  const labels = table.columns.map(({ label }) => label);
  const height = rowHeight(pdf, labels, columns, HeadSize);
  drawCells(pdf, labels, columns, () => ({ size: HeadSize, color: Ink.muted }));
  endRow(pdf, height);
}

function drawCells(
  pdf: Pdf,
  texts: readonly string[],
  columns: readonly Column[],
  styleOf: (column: number) => { size: number; color: string; link?: string | undefined },
): void {
  for (const [index, { x, width, align }] of columns.entries()) {
    writeText(pdf, texts[index] ?? '', { x, y: pdf.y + RowPadding, width }, { align, ...styleOf(index) });
  }
}

function rowHeight(pdf: Pdf, texts: readonly string[], columns: readonly Column[], size: number): number {
  const heights = columns.map(({ width }, index) => heightOfText(pdf, texts[index] ?? '', width, { size }));
  return Math.max(...heights) + 2 * RowPadding;
}

function endRow(pdf: Pdf, height: number): void {
  pdf.y += height;
  pdf
    .moveTo(Margin, pdf.y)
    .lineTo(Margin + ContentWidth, pdf.y)
    .lineWidth(0.6)
    .stroke(Ink.line);
}
