import type { Voice } from '../../core/reports/key-figures.ts';
import type { KeyFigure, Share } from '../../core/reports/report-document.ts';
import { ContentWidth, ensureRoom, heightOfText, Ink, Margin, type Pdf, writeText } from './pdf-page.ts';

const Gap = 12;
const TileHeight = 78;

/** Key figures as tiles, two in a row, each with its change against the period before. */
export function drawFigures(pdf: Pdf, figures: readonly KeyFigure[], { format }: Voice): void {
  const width = (ContentWidth - Gap) / 2;
  for (let index = 0; index < figures.length; index += 2) {
    ensureRoom(pdf, TileHeight + Gap);
    for (const [column, figure] of figures.slice(index, index + 2).entries()) {
      const x = Margin + column * (width + Gap);
      pdf.roundedRect(x, pdf.y, width, TileHeight, 6).fill(Ink.panel);
      const box = { x: x + 14, width: width - 28 };
      writeText(pdf, figure.label, { ...box, y: pdf.y + 12 }, { size: 9, color: Ink.muted });
      writeText(pdf, format.value(figure.now), { ...box, y: pdf.y + 25 }, { font: 'medium', size: 20 });
      drawChange(pdf, figure, { ...box, y: pdf.y + 55 });
    }
    pdf.y += TileHeight + Gap;
  }
}

/** Roboto has no triangles, so the direction is drawn. */
function drawChange(
  pdf: Pdf,
  figure: KeyFigure,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const color = figure.isGood === undefined ? Ink.muted : figure.isGood ? Ink.good : Ink.bad;
  const indent = figure.direction === undefined ? 0 : 11;
  if (figure.direction === 'up') pdf.polygon([x, y + 8], [x + 7, y + 8], [x + 3.5, y + 2]).fill(color);
  if (figure.direction === 'down') pdf.polygon([x, y + 2], [x + 7, y + 2], [x + 3.5, y + 8]).fill(color);
  writeText(pdf, figure.change, { x: x + indent, y, width: width - indent }, { size: 9, color });
}

const LegendRow = 18;

/** Parts of a whole as one bar with a legend. */
export function drawShares(pdf: Pdf, shares: readonly Share[], { format }: Voice): void {
  ensureRoom(pdf, 20 + shares.length * LegendRow);
  let x = Margin;
  for (const { share, color } of shares) {
    pdf.rect(x, pdf.y, share * ContentWidth, 10).fill(color);
    x += share * ContentWidth;
  }
  pdf.y += 18;
  for (const { name, color, count, share } of shares) {
    pdf.rect(Margin, pdf.y + 3, 7, 7).fill(color);
    writeText(pdf, name, { x: Margin + 14, y: pdf.y, width: ContentWidth - 180 });
    const amount = { x: Margin, y: pdf.y, width: ContentWidth - 60 };
    writeText(pdf, format.count(count), amount, { align: 'right' });
    const percent = { x: Margin, y: pdf.y, width: ContentWidth };
    writeText(pdf, format.share(share), percent, { align: 'right', color: Ink.muted });
    pdf.y += LegendRow;
  }
}

export function drawNote(pdf: Pdf, text: string): void {
  const width = ContentWidth - 28;
  const height = heightOfText(pdf, text, width) + 20;
  ensureRoom(pdf, height + Gap);
  pdf.y += 4;
  pdf.roundedRect(Margin, pdf.y, ContentWidth, height, 6).fill(Ink.panel);
  writeText(pdf, text, { x: Margin + 14, y: pdf.y + 10, width });
  pdf.y += height + Gap;
}

/** A heading stays on the page of what follows it. */
export function drawHeading(pdf: Pdf, text: string, roomBelow: number): void {
  ensureRoom(pdf, 36 + roomBelow);
  pdf.y += 12;
  pdf.y += writeText(pdf, text, { x: Margin, y: pdf.y, width: ContentWidth }, { font: 'medium', size: 12.5 });
  pdf.y += 8;
}
