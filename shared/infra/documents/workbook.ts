import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Voice } from '../../core/reports/key-figures.ts';
import {
  type Block,
  type Chart,
  count,
  dayValue,
  type KeyFigure,
  type ReportDocument,
  type Section,
  share,
  type Table,
  textValue,
  type Value,
} from '../../core/reports/report-document.ts';
import { changeText } from '../../core/reports/report-html-blocks.ts';
import { cellOf, dateFormat, highEnough, isAfterNumber, isLeft, Widest, withRoom } from './workbook-cells.ts';

/** A report as spreadsheet: a sheet for each section, its cells numbers, dates and texts, never formulas (RP-02). */
export async function writeWorkbook(document: ReportDocument, voice: Voice): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = document.sections.map((section) => {
    const head = headRows(document, section);
    const rows = [...head, ...section.blocks.flatMap((block) => rowsOf(block, voice))];
    return {
      sheet: sheetName(section.title, names),
      data: rows,
      columns: columnWidths(rows.slice(head.length)),
      stickyRowsCount: head.length,
      stickyColumnsCount: 1,
      orientation: 'landscape' as const,
      dateFormat: dateFormat(voice.format.locale),
    };
  });
  return writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features: [OnePageWide] }).toBuffer();
}

/** On paper, a table is not torn between its columns. */
const OnePageWide = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (sheet: string) =>
          sheet
            .replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
      },
    },
  },
};

/** Frozen above each sheet: what it is and of when. */
function headRows(document: ReportDocument, { title }: Section): Cell[][] {
  const name = `${document.organization} · ${title}`;
  return [
    [{ ...cellOf(textValue(name)), fontWeight: 'bold', fontSize: 14 }],
    [cellOf(textValue(document.period))],
    ...(document.notice ? [[cellOf(textValue(document.notice))]] : []),
  ];
}

/** Excel allows 31 characters and none of these marks, and no name twice. */
function sheetName(title: string, taken: Set<string>): string {
  const name = title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const free = taken.has(name) ? `${name.slice(0, 27)} ${taken.size + 1}` : name;
  taken.add(free);
  return free;
}

function rowsOf(block: Block, { texts }: Voice): Cell[][] {
  switch (block.kind) {
    case 'figures':
      return tableRows(texts.keyFigures, {
        columns: [
          { label: texts.figure, kind: 'text' },
          { label: texts.count, kind: 'count' },
          { label: texts.before, kind: 'count' },
          { label: texts.change, kind: 'text' },
        ],
        rows: block.figures.map(figureRow),
      });
    case 'chart':
      return tableRows(block.heading, chartTable(block.chart, texts.day));
    case 'shares':
      return tableRows(block.heading, {
        columns: [
          { label: texts.types.sentiment, kind: 'text' },
          { label: texts.count, kind: 'count' },
          { label: texts.share, kind: 'share' },
        ],
        rows: block.shares.map((part) => [textValue(part.name), count(part.count), share(part.share)]),
      });
    case 'table':
      return tableRows(block.heading, block.table);
    case 'note':
      return [[null], [cellOf(textValue(block.text))]];
  }
}

function figureRow(figure: KeyFigure): Value[] {
  return [textValue(figure.label), figure.now, figure.before, textValue(changeText(figure))];
}

function chartTable({ days, series }: Chart, dayLabel: string): Table {
  return {
    columns: [
      { label: dayLabel, kind: 'day' },
      ...series.map(({ name }) => ({ label: name, kind: 'count' as const })),
    ],
    rows: days.map((day, index) => [
      dayValue(day),
      ...series.map(({ values }) => count(values[index] ?? null)),
    ]),
  };
}

function tableRows(heading: string, { columns, rows }: Table): Cell[][] {
  return [
    [null],
    [{ ...cellOf(textValue(heading)), fontWeight: 'bold', fontSize: 12 }],
    columns.map(({ label, kind }, index) => ({
      ...withRoom(cellOf(textValue(label)), isAfterNumber(columns, index)),
      fontWeight: 'bold' as const,
      backgroundColor: '#eef1f5',
      align: isLeft(kind) ? ('left' as const) : ('right' as const),
    })),
    ...rows.map((row) =>
      highEnough(row.map((value, index) => withRoom(cellOf(value), isAfterNumber(columns, index)))),
    ),
  ];
}

const Narrowest = 12;

/** As wide as the longest text below the head of the sheet, which may run over its neighbours. */
function columnWidths(rows: readonly Cell[][]): { width: number }[] {
  const widths: number[] = [];
  for (const row of rows.filter(({ length }) => length > 1)) {
    for (const [index, cell] of row.entries()) {
      const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : undefined;
      const length = typeof value === 'string' ? value.length + 2 : Narrowest;
      widths[index] = Math.min(Widest, Math.max(widths[index] ?? Narrowest, length));
    }
  }
  return widths.map((width) => ({ width }));
}
