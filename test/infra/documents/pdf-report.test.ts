import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../shared/core/reports/report-document.ts';
import { reportFormat } from '../../../shared/core/reports/report-format.ts';
import { reportTexts } from '../../../shared/core/reports/report-texts.ts';
import { writePdf } from '../../../shared/infra/documents/pdf-report.ts';

const texts = reportTexts('de');
const voice = {
  texts,
  format: reportFormat({ language: 'de', country: 'DE' }),
  comparedWith: 'zur Vorwoche',
};
const rows = Array.from({ length: 60 }, (_, index) => [
  { kind: 'text', text: `Größe ${index}` } as const,
  { kind: 'count', value: index * 1_000 } as const,
]);
const document: ReportDocument = {
  title: 'Wochenbericht',
  subject: 'Bean Bar Köln: Wochenbericht',
  organization: 'Bean Bar Köln',
  period: '9.–15. November 2026',
  notice: undefined,
  why: '',
  sections: [
    {
      title: 'Überblick',
      blocks: [
        {
          kind: 'chart',
          heading: 'Tag für Tag',
          chart: {
            style: 'stacked-bars',
            days: ['2026-11-09', '2026-11-10'],
            series: [{ name: 'Positiv', color: '#2a9d74', values: [1, 4] }],
          },
        },
        {
          kind: 'table',
          heading: 'Beiträge',
          table: {
            columns: [
              { label: 'Beitrag', kind: 'text' },
              { label: 'Anzahl', kind: 'count' },
            ],
            rows,
          },
        },
      ],
    },
  ],
};

/** All of a PDF that is compressed, readable. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const starts = [...text.matchAll(/stream\r?\n/g)].filter(({ index }) => text[index - 1] !== 'd');
  return starts
    .map(({ index, 0: mark }) => {
      const end = text.indexOf('endstream', index);
      try {
        return inflateSync(pdf.subarray(index + mark.length, end)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

/** The words of each page, as a reader's program finds them; undefined where no such program is installed. */
function wordsOf(pdf: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), pdf);
    return execFileSync('pdftotext', [join(folder, 'report.pdf'), '-'], { encoding: 'utf8' }).split('\f');
  } catch (cause) {
    const advice =
      'Install pdftotext (apt-get install --no-install-recommends poppler-utils) if it is missing.';
    throw new Error(`The PDF could not be read back. ${advice}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pdf = Buffer.from(await writePdf(document, voice));

describe('a report as PDF', () => {
  it('RP-02 names its title and language, and shows the title in the window', () => {
    const text = pdf.toString('latin1');

    expect(text).toContain('/Lang (de-DE)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(4);
  });

  it('RP-02 draws its charts as vectors in their colours, without a picture', () => {
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
    // 42, 157, 116 of 255.
    expect(streamsOf(pdf)).toMatch(/0\.164\d* 0\.615\d* 0\.454\d* (scn|rg)/);
  });

  it('RP-02 has words that can be searched, a header and a number on each page, and the table’s head on each', () => {
    const pages = wordsOf(pdf);
    const [titlePage = '', ...others] = pages.slice(0, 4);

    expect(titlePage).toContain('Wochenbericht');
    expect(others.map((page) => /Seite (\d von \d)/.exec(page)?.[1])).toEqual([
      '2 von 4',
      '3 von 4',
      '4 von 4',
    ]);
    expect(others.every((page) => page.includes('Bean Bar Köln · Wochenbericht'))).toBe(true);
    expect(others.every((page) => page.includes('Anzahl'))).toBe(true);
    expect(pages.join('')).toContain('Größe 59');
    expect(pages.join('')).toContain('59.000');
  });
});
