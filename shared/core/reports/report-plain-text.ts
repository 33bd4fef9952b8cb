import { chartInWords } from './drawn-chart.ts';
import type { Voice } from './key-figures.ts';
import type { Block, ReportDocument, Table } from './report-document.ts';
import type { ReportLinks } from './report-html.ts';
import { changeText } from './report-html-blocks.ts';

/** The report for mail programs that show plain text: the same statements in the same order. */
export function reportPlainText(document: ReportDocument, voice: Voice, links: ReportLinks): string {
  const { texts } = voice;
  const areTitled = document.sections.length > 1;
  const paragraphs = [
    [
      `${document.organization}: ${document.title}`,
      document.period,
      ...(document.notice ? [document.notice] : []),
    ],
    ...document.sections.flatMap(({ title, blocks }) => [
      ...(areTitled ? [[title.toUpperCase()]] : []),
      ...blocks.map((block) => linesOf(block, voice, links)),
    ]),
    [`${texts.open}: ${links.inbox}`],
    [document.why, `${texts.unsubscribe}: ${links.unsubscribe}`],
  ];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function linesOf(block: Block, voice: Voice, links: ReportLinks): string[] {
  const { format } = voice;
  switch (block.kind) {
    case 'figures':
      return block.figures.map((figure) => {
        const change = changeText(figure);
        return `${figure.label}: ${format.value(figure.now)}${change && ` (${change})`}`;
      });
    case 'chart':
      return [block.heading, chartInWords(block.chart, format)];
    case 'shares':
      return [
        block.heading,
        ...block.shares.map(
          ({ name, count, share }) => `${name}: ${format.count(count)} (${format.share(share)})`,
        ),
      ];
    case 'table':
      return [block.heading, ...tableLines(block.table, voice)];
    case 'note':
      return [block.text, ...(block.link ? [`${block.link.label}: ${links[block.link.to]}`] : [])];
  }
}

/** The first column names the row; the others follow with their labels. */
function tableLines({ columns, rows }: Table, { format }: Voice): string[] {
  return rows.map(([first, ...others]) => {
    const named = others.map((value, index) => `${columns[index + 1]?.label}: ${format.value(value)}`);
    const link = first?.kind === 'text' && first.link ? ` ${first.link}` : '';
    return `${first ? format.value(first) : ''} (${named.join(', ')})${link}`;
  });
}
