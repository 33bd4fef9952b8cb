import { SentimentColors } from './daily-chart.ts';
import type { KeyFigure } from './key-figures.ts';
import { type Html, html, webAddress } from './mail-html.ts';
import { MailColors as Colors, mailStyles } from './mail-styles.ts';
import type { WordedReport } from './word-report.ts';

export interface ReportLinks {
  inbox: string;
  waiting: string;
  unsubscribe: string;
  /** How the chart's image is addressed inside the mail. */
  chart: string;
}

/**
 * The report as an HTML mail: tables and inline styles, 600 px wide, because that is what mail programs understand;
 * the style sheet only adds dark colours and one column on narrow screens (RP-02).
 */
export function reportHtml(report: WordedReport, links: ReportLinks): string {
  const sections = [
    figuresSection(report.keyFigures),
    report.nothing ? paragraph(report.nothing) : undefined,
    report.chart ? chartSection(report.chart, links.chart) : undefined,
    report.sentiments.length > 0 ? sentimentSection(report) : undefined,
    report.waiting ? waitingSection(report.waiting, report.texts.openWaiting, links.waiting) : undefined,
    report.accounts.length > 0 ? accountsSection(report) : undefined,
    report.topContent.length > 0 ? topContentSection(report) : undefined,
    html`<tr><td class="pad" style="padding:28px 32px 32px">${button(report.texts.open, links.inbox)}</td></tr>`,
  ].filter((section) => section !== undefined);
  return html`<!doctype html>
<html lang="${report.format.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${report.subject}</title>
<style>${{ html: mailStyles }}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${Colors.page}">
<div style="display:none;max-height:0;overflow:hidden">${preheader(report.keyFigures)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:${Colors.page}"><tr><td align="center" class="around" style="padding:24px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:${Colors.card};border-radius:12px;font-family:${{ html: FontFamily }};color:${Colors.text}">
${header(report)}
${sections}
</table>
${footer(report, links.unsubscribe)}
</td></tr></table>
</body>
</html>
`.html;
}

const FontFamily = "'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif";

/** What a mailbox shows beside the subject. */
function preheader(figures: readonly KeyFigure[]): string {
  return figures.map(({ label, value }) => `${label}: ${value}`).join(' · ');
}

function header({ title, organization, period }: WordedReport): Html {
  return html`<tr><td class="pad" style="padding:32px 32px 20px">
<p class="muted" style="margin:0 0 6px;font-size:13px;line-height:18px;color:${Colors.muted}">Earshot · ${organization}</p>
<h1 style="margin:0;font-size:26px;line-height:32px;font-weight:700">${title}</h1>
<p class="muted" style="margin:6px 0 0;font-size:15px;line-height:22px;color:${Colors.muted}">${period}</p>
</td></tr>`;
}

function figuresSection(figures: readonly KeyFigure[]): Html {
  const rows = [figures.slice(0, 2), figures.slice(2)].map((pair) => html`<tr>${pair.map(figureTile)}</tr>`);
  return html`<tr><td class="tiles" style="padding:0 24px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows}</table></td></tr>`;
}

/** Keeps a line as high as its neighbours. */
const NoBreakSpace = '\u00a0';

function figureTile({ label, value, change, isGood }: KeyFigure): Html {
  const [tone, color] =
    isGood === undefined ? ['muted', Colors.muted] : isGood ? ['good', Colors.good] : ['bad', Colors.bad];
  return html`<td class="tile" width="50%" valign="top" style="width:50%;padding:8px"><table role="presentation" class="panel" width="100%" cellpadding="0" cellspacing="0" style="background:${Colors.panel};border-radius:10px"><tr><td style="padding:14px 16px">
<p class="muted" style="margin:0;font-size:13px;line-height:18px;color:${Colors.muted}">${label}</p>
<p style="margin:2px 0;font-size:28px;line-height:34px;font-weight:700">${value}</p>
<p class="${tone}" style="margin:0;font-size:13px;line-height:18px;color:${color}">${change || NoBreakSpace}</p>
</td></tr></table></td>`;
}

function chartSection({ heading, description }: NonNullable<WordedReport['chart']>, source: string): Html {
  return html`${headingRow(heading)}<tr><td class="pad" style="padding:4px 32px 0">
<img src="${source}" width="536" alt="${description}" style="display:block;width:100%;max-width:536px;height:auto;border:0">
</td></tr>`;
}

function sentimentSection({ sentiments, texts }: WordedReport): Html {
  const bar = sentiments.map(
    ({ sentiment, percent }) =>
      html`<td width="${percent}%" height="12" style="width:${percent}%;height:12px;line-height:12px;font-size:0;background:${SentimentColors[sentiment]}">&nbsp;</td>`,
  );
  const legend = sentiments.map(
    ({ name, sentiment, count, share }) => html`<tr>
<td style="padding:5px 0;font-size:15px;line-height:22px"><span style="color:${SentimentColors[sentiment]}">&#9632;</span> ${name}</td>
<td align="right" style="padding:5px 0;font-size:15px;line-height:22px">${count}</td>
<td class="muted" width="60" align="right" style="padding:5px 0;font-size:15px;line-height:22px;color:${Colors.muted}">${share}</td></tr>`,
  );
  return html`${headingRow(texts.sentiment)}<tr><td class="pad" style="padding:8px 32px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-radius:6px;overflow:hidden"><tr>${bar}</tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:8px">${legend}</table>
</td></tr>`;
}

function waitingSection(text: string, action: string, link: string): Html {
  return html`<tr><td class="pad" style="padding:24px 32px 0"><table role="presentation" class="panel" width="100%" cellpadding="0" cellspacing="0" style="background:${Colors.panel};border-radius:10px"><tr><td style="padding:14px 16px;font-size:15px;line-height:22px">
${text} <a class="link" href="${link}" style="color:${Colors.link};font-weight:600;white-space:nowrap">${action}</a>
</td></tr></table></td></tr>`;
}

function accountsSection({ accounts, texts }: WordedReport): Html {
  const head = [texts.account, texts.interactions, texts.answered].map(
    (name, index) =>
      html`<th class="muted line" scope="col" align="${index === 0 ? 'left' : 'right'}" style="padding:6px 0 6px 12px;padding-left:${index === 0 ? 0 : 12}px;font-size:13px;line-height:18px;font-weight:400;color:${Colors.muted};border-bottom:1px solid ${Colors.line}">${name}</th>`,
  );
  const rows = accounts.map(
    ({ name, interactions, answered }) => html`<tr>
<td class="line" style="${cell};word-break:break-word">${name}</td>
<td class="line" align="right" style="${cell}">${interactions}</td>
<td class="line" align="right" style="${cell}">${answered}</td></tr>`,
  );
  return html`${headingRow(texts.accounts)}<tr><td class="pad" style="padding:4px 32px 0">
<table width="100%" cellpadding="0" cellspacing="0"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></td></tr>`;
}

const cell = `padding:9px 0;font-size:15px;line-height:22px;border-bottom:1px solid ${Colors.line}`;

function topContentSection({ topContent, texts }: WordedReport): Html {
  const rows = topContent.map(({ title, permalink, interactions }) => {
    const address = webAddress(permalink);
    const name = address
      ? html`<a class="link" href="${address}" style="color:${Colors.link};text-decoration:none">${title}</a>`
      : html`${title}`;
    return html`<tr><td class="line" style="${cell};word-break:break-word">${name}</td>
<td class="line" width="60" align="right" valign="top" style="${cell}">${interactions}</td></tr>`;
  });
  return html`${headingRow(texts.topContent)}<tr><td class="pad" style="padding:4px 32px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows}</table></td></tr>`;
}

function headingRow(text: string): Html {
  return html`<tr><td class="pad" style="padding:28px 32px 0"><h2 style="margin:0;font-size:17px;line-height:24px;font-weight:600">${text}</h2></td></tr>`;
}

function paragraph(text: string): Html {
  return html`<tr><td class="pad" style="padding:20px 32px 0;font-size:15px;line-height:22px">${text}</td></tr>`;
}

function button(text: string, link: string): Html {
  return html`<a class="button" href="${link}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${Colors.link};color:#ffffff;font-size:15px;line-height:20px;font-weight:600;text-decoration:none">${text}</a>`;
}

function footer({ why, texts }: WordedReport, unsubscribe: string): Html {
  return html`<p class="muted" style="margin:0 auto;padding:16px 20px;max-width:536px;font-family:${{ html: FontFamily }};font-size:13px;line-height:19px;color:${Colors.muted}">${why}<br><a class="muted" href="${unsubscribe}" style="color:${Colors.muted}">${texts.unsubscribe}</a></p>`;
}
