import { chartInWords } from './drawn-chart.ts';
import type { Voice } from './key-figures.ts';
import { type Html, html, webAddress } from './mail-html.ts';
import { MailColors as Colors } from './mail-styles.ts';
import type { Block, Chart, KeyFigure, Share, Table, Value } from './report-document.ts';

export interface BlockLinks {
  waiting: string;
  /** Where the picture of a chart is. */
  pictureOf(chart: Chart): string;
}

export const FontFamily = "'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif";

/** One block of a report as rows of the mail's table. */
export function htmlOfBlock(block: Block, voice: Voice, links: BlockLinks): Html {
  switch (block.kind) {
    case 'figures':
      return figureRows(block.figures, voice);
    case 'chart':
      return html`${heading(block.heading)}${chartRow(block.chart, voice, links)}`;
    case 'shares':
      return html`${heading(block.heading)}${sharesRow(block.shares, voice)}`;
    case 'table':
      return html`${heading(block.heading)}${tableRow(block.table, voice)}`;
    case 'note':
      return noteRow(block, links);
  }
}

export function heading(text: string, level: 'section' | 'block' = 'block'): Html {
  if (level === 'section') {
    return html`<tr><td class="pad" style="padding:36px 32px 12px"><h2 style="margin:0;font-size:21px;line-height:28px;font-weight:700">${text}</h2></td></tr>`;
  }
  return html`<tr><td class="pad" style="padding:28px 32px 0"><h3 style="margin:0;font-size:17px;line-height:24px;font-weight:600">${text}</h3></td></tr>`;
}

function figureRows(figures: readonly KeyFigure[], voice: Voice): Html {
  const pairs = Array.from({ length: Math.ceil(figures.length / 2) }, (_, index) =>
    figures.slice(index * 2, index * 2 + 2),
  );
  const rows = pairs.map((pair) => html`<tr>${pair.map((figure) => figureTile(figure, voice))}</tr>`);
  return html`<tr><td class="tiles" style="padding:0 24px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows}</table></td></tr>`;
}

/** Keeps a line as high as its neighbours. */
const NoBreakSpace = '\u00a0';

function figureTile({ label, now, direction, change, isGood }: KeyFigure, { format }: Voice): Html {
  const [tone, color] =
    isGood === undefined ? ['muted', Colors.muted] : isGood ? ['good', Colors.good] : ['bad', Colors.bad];
  return html`<td class="tile" width="50%" valign="top" style="width:50%;padding:8px"><table role="presentation" class="panel" width="100%" cellpadding="0" cellspacing="0" style="background:${Colors.panel};border-radius:10px"><tr><td style="padding:14px 16px">
<p class="muted" style="margin:0;font-size:13px;line-height:18px;color:${Colors.muted}">${label}</p>
<p style="margin:2px 0;font-size:28px;line-height:34px;font-weight:700">${format.value(now)}</p>
<p class="${tone}" style="margin:0;font-size:13px;line-height:18px;color:${color}">${changeText({ direction, change }) || NoBreakSpace}</p>
</td></tr></table></td>`;
}

export function changeText({ direction, change }: Pick<KeyFigure, 'direction' | 'change'>): string {
  return direction === undefined ? change : `${direction === 'up' ? '▲' : '▼'} ${change}`;
}

function chartRow(chart: Chart, { format }: Voice, links: BlockLinks): Html {
  return html`<tr><td class="pad" style="padding:4px 32px 0">
<img src="${links.pictureOf(chart)}" width="536" alt="${chartInWords(chart, format)}" style="display:block;width:100%;max-width:536px;height:auto;border:0">
</td></tr>`;
}

function sharesRow(shares: readonly Share[], { format }: Voice): Html {
  const bar = shares.map((part) => {
    const percent = Math.max(1, Math.round(part.share * 100));
    return html`<td width="${percent}%" height="12" style="width:${percent}%;height:12px;line-height:12px;font-size:0;background:${part.color}">&nbsp;</td>`;
  });
  const legend = shares.map(
    (part) => html`<tr>
<td style="padding:5px 0;font-size:15px;line-height:22px"><span style="color:${part.color}">&#9632;</span> ${part.name}</td>
<td align="right" style="padding:5px 0;font-size:15px;line-height:22px">${format.count(part.count)}</td>
<td class="muted" width="60" align="right" style="padding:5px 0;font-size:15px;line-height:22px;color:${Colors.muted}">${format.share(part.share)}</td></tr>`,
  );
  return html`<tr><td class="pad" style="padding:8px 32px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-radius:6px;overflow:hidden"><tr>${bar}</tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:8px">${legend}</table>
</td></tr>`;
}

function noteRow({ text, link }: Extract<Block, { kind: 'note' }>, links: BlockLinks): Html {
  const action = link
    ? html` <a class="link" href="${links[link.to]}" style="color:${Colors.link};font-weight:600;white-space:nowrap">${link.label}</a>`
    : undefined;
  return html`<tr><td class="pad" style="padding:24px 32px 0"><table role="presentation" class="panel" width="100%" cellpadding="0" cellspacing="0" style="background:${Colors.panel};border-radius:10px"><tr><td style="padding:14px 16px;font-size:15px;line-height:22px">
${text}${action}
</td></tr></table></td></tr>`;
}

function tableRow({ columns, rows }: Table, voice: Voice): Html {
  const sideOf = (index: number) => {
    const kind = columns[index]?.kind;
    return kind === 'text' || kind === 'day' ? 'left' : 'right';
  };
  const minor = (index: number) => (columns[index]?.isMinor ? ' minor' : '');
  const head = columns.map(
    ({ label }, index) =>
      html`<th class="muted line${minor(index)}" scope="col" align="${sideOf(index)}" valign="bottom" style="padding:6px 0 6px ${gap(index)}px;font-size:13px;line-height:18px;font-weight:400;color:${Colors.muted};border-bottom:1px solid ${Colors.line}">${label}</th>`,
  );
  const body = rows.map(
    (row) =>
      html`<tr>${row.map((value, index) => html`<td class="line${minor(index)}${mayBreak(value, index) ? ' words' : ''}" align="${sideOf(index)}" valign="top" style="padding:9px 0 9px ${gap(index)}px;font-size:15px;line-height:22px;border-bottom:1px solid ${Colors.line};${value.kind === 'text' ? 'overflow-wrap:break-word' : 'white-space:nowrap'}">${written(value, voice)}</td>`)}</tr>`,
  );
  return html`<tr><td class="pad" style="padding:4px 32px 0">
<table width="100%" cellpadding="0" cellspacing="0"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></td></tr>`;
}

/** On a phone the texts that a row is about give way, in the middle of a word if need be; their neighbours do not. */
const mayBreak = (value: Value, column: number) =>
  value.kind === 'text' && (column === 0 || value.link !== undefined);

const gap = (column: number) => (column === 0 ? 0 : 10);

function written(value: Value, { format }: Voice): Html {
  const address = value.kind === 'text' ? webAddress(value.link ?? null) : undefined;
  const text = format.value(value);
  return address
    ? html`<a class="link" href="${address}" style="color:${Colors.link};text-decoration:none">${text}</a>`
    : html`${text}`;
}
