import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { pathOfBundledFile } from '../charts/bundled-file.ts';
import { unpackWoff } from './unpack-woff.ts';

export type Pdf = PDFKit.PDFDocument;

/** Points; A4 is 595 by 842. */
export const Margin = 52;
export const Top = 86;
export const Bottom = 770;
export const PageWidth = 595.28;
export const ContentWidth = PageWidth - 2 * Margin;

export const Ink = {
  text: '#1b2430',
  muted: '#5b6675',
  line: '#dde2e9',
  panel: '#f4f6f9',
  accent: '#1f5fbf',
  good: '#1a7a58',
  bad: '#b8352f',
} as const;

/** Both weights of Roboto are embedded, so that every machine shows the same and texts can be searched. */
const Regular = 'roboto-fontface/fonts/roboto/Roboto-Regular.woff';
const Medium = 'roboto-fontface/fonts/roboto/Roboto-Medium.woff';

const fonts = new Map<string, Buffer>();

function fontOf(file: string): Buffer {
  const font = fonts.get(file) ?? unpackWoff(readFileSync(pathOfBundledFile(file)));
  fonts.set(file, font);
  return font;
}

export function startPdf(about: { title: string; author: string; language: string }): Pdf {
  return new PDFDocument({
    size: 'A4',
    // The layout decides itself where a page ends.
    margins: { top: Top, left: Margin, right: Margin, bottom: 0 },
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: about.language,
    displayTitle: true,
    // Given so that no standard font is looked for, which a bundle does not have.
    font: pathOfBundledFile(Regular),
    info: { Title: about.title, Author: about.author, Creator: 'Earshot', Producer: 'Earshot' },
  })
    .registerFont('regular', fontOf(Regular))
    .registerFont('medium', fontOf(Medium));
}

/** Begins a new page unless there is room for so many points below. */
export function ensureRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > Bottom) newPage(pdf);
}

export function newPage(pdf: Pdf): void {
  pdf.addPage();
  pdf.x = Margin;
  pdf.y = Top;
}

interface TextStyle {
  font?: 'regular' | 'medium';
  size?: number;
  color?: string;
  align?: 'left' | 'right';
  link?: string | undefined;
}

interface Box {
  x: number;
  y: number;
  width: number;
}

/** The embedded font has no pictures: left in, each would be an empty box. */
function withoutPictures(text: string): string {
  return text.replaceAll(
    /\s*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}])+/gu,
    '',
  );
}

/** Writes a text into a box and leaves the position on the page as it was; returns the height that it took up. */
export function writeText(pdf: Pdf, text: string, { x, y, width }: Box, style: TextStyle = {}): number {
  const { font = 'regular', size = 10, color = Ink.text, align = 'left', link } = style;
  const before = { x: pdf.x, y: pdf.y };
  const written = withoutPictures(text);
  pdf.font(font).fontSize(size).fillColor(color);
  const height = pdf.heightOfString(written, { width });
  pdf.text(written, x, y, { width, align, ...(link ? { link } : {}) });
  Object.assign(pdf, before);
  return height;
}

export function heightOfText(pdf: Pdf, text: string, width: number, style: TextStyle = {}): number {
  return pdf
    .font(style.font ?? 'regular')
    .fontSize(style.size ?? 10)
    .heightOfString(withoutPictures(text), { width });
}

export function finishPdf(pdf: Pdf): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  pdf.on('end', () => resolve(Buffer.concat(chunks)));
  pdf.on('error', reject);
  pdf.end();
  return promise;
}
