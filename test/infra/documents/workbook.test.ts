import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { count, dayValue, duration, share, textValue } from '../../../shared/core/reports/report-document.ts';
import { reportFormat } from '../../../shared/core/reports/report-format.ts';
import { reportTexts } from '../../../shared/core/reports/report-texts.ts';
import { writeWorkbook } from '../../../shared/infra/documents/workbook.ts';

const format = reportFormat({ language: 'en', country: 'GB' });
const voice = { texts: reportTexts('en'), format, comparedWith: 'vs. the week before' };
const table = {
  columns: [
    { label: 'Post', kind: 'text' as const },
    { label: 'Posted', kind: 'day' as const },
    { label: 'Number', kind: 'count' as const },
    { label: 'Answered', kind: 'share' as const },
    { label: 'Median', kind: 'duration' as const },
  ],
  rows: [
    [
      textValue('=HYPERLINK("http://evil.example","Größe and what else needs more than a line")'),
      dayValue('2026-11-09'),
      count(1_234),
      share(0.25),
      duration(43_200),
    ],
    [textValue('@SUM(A1)'), dayValue(null), count(0), share(null), duration(null)],
  ],
};
const section = (title: string) => ({
  title,
  blocks: [{ kind: 'table' as const, heading: 'By post', table }],
});
const files = unzipSync(
  await writeWorkbook(
    {
      title: 'Weekly report',
      subject: '',
      organization: 'Bean Bar',
      period: '9 – 15 November 2026',
      notice: 'This report comes late.',
      why: '',
      sections: [section('Overview'), section('Content / posts [all] and more than thirty-one')],
    },
    voice,
  ),
);
const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
const sheet = read('xl/worksheets/sheet1.xml');

/** The cell's type and value, as stored. */
function cell(address: string): [type: string | undefined, value: string | undefined] {
  const [, attributes = '', value] = new RegExp(`<c r="${address}"([^>]*)><v>([^<]*)</v>`).exec(sheet) ?? [];
  return [/t="(\w+)"/.exec(attributes)?.[1], value];
}

describe('a report as spreadsheet', () => {
  it('RP-02 has a sheet for each section, with names that Excel accepts', () => {
    const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );

    expect(names).toEqual(['Overview', 'Content   posts  all  and more ']);
  });

  it('RP-02 stores numbers, shares, durations and dates as what they are', () => {
    // Excel counts days: 9 November 2026 is the 46,335th, and twelve hours are half of one.
    expect(['B7', 'C7', 'D7', 'E7'].map(cell)).toEqual([
      [undefined, '46335'],
      [undefined, '1234'],
      [undefined, '0.25'],
      [undefined, '0.5'],
    ]);
    expect(read('xl/styles.xml')).toContain('formatCode="[h]:mm:ss"');
  });

  it('RP-02 shows texts that look like formulas and calculates none', () => {
    const texts = read('xl/sharedStrings.xml');

    expect([cell('A7')[0], cell('A8')[0]]).toEqual(['s', 's']);
    expect(texts).toContain('=HYPERLINK(');
    expect(Object.keys(files).some((path) => read(path).includes('<f>'))).toBe(false);
  });

  it('RP-02 freezes the head of each sheet, with what readers have to know first', () => {
    expect(sheet).toContain('ySplit="3"');
    expect(sheet).toContain('state="frozen"');
  });

  it('RP-02 writes dates as people of the language do', () => {
    expect(read('xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"');
  });

  it('RP-02 is printed on sheets as wide as its tables, with rows as high as their texts', () => {
    const [, height = ''] = /<row r="7"[^>]* ht="(\d+)"/.exec(sheet) ?? [];

    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"[^>]*orientation="landscape"/);
    expect(Number(height)).toBe(30);
  });
});
