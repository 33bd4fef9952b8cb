import type { Clipping } from './clipping.ts';

const Columns: readonly [string, (clipping: Clipping) => string | null][] = [
  ['Title', ({ title }) => title],
  ['Outlet', ({ outlet }) => outlet],
  ['Type', ({ outletType }) => outletType],
  ['Published', ({ publishedAt }) => publishedAt],
  ['Address', ({ url }) => url],
  ['Sentiment', ({ sentiment }) => sentiment],
  ['Detection', ({ detection }) => detection],
  ['Detected', ({ detectedAt }) => detectedAt],
  ['Verified by', ({ verifiedBy }) => verifiedBy],
  ['Campaign', ({ campaignId }) => campaignId],
  ['Excerpt', ({ excerpt }) => excerpt],
];

/** PM-20: clippings as a table that spreadsheets open, and in which no text of a stranger runs as a formula. */
export function clippingsCsv(clippings: readonly Clipping[]): string {
  const rows = [
    Columns.map(([name]) => name),
    ...clippings.map((clipping) => Columns.map(([, read]) => read(clipping) ?? '')),
  ];
  // Spreadsheets take a file without a byte order mark for another encoding than UTF-8.
  return `\ufeff${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** An apostrophe makes a spreadsheet show what it would otherwise compute (OWASP: CSV injection). */
export function csvCell(value: string): string {
  const harmless = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
