import type { Voice } from './key-figures.ts';
import { type Html, html } from './mail-html.ts';
import { MailColors as Colors, mailStyles } from './mail-styles.ts';
import type { KeyFigure, ReportDocument, Section } from './report-document.ts';
import { type BlockLinks, FontFamily, heading, htmlOfBlock } from './report-html-blocks.ts';

export interface ReportLinks extends BlockLinks {
  inbox: string;
  unsubscribe: string;
}

/**
 * The report as an HTML mail: tables and inline styles, 600 px wide, because that is what mail programs understand;
 * the style sheet only adds dark colours and one column on narrow screens (RP-02).
 */
export function reportHtml(document: ReportDocument, voice: Voice, links: ReportLinks): string {
  const areTitled = document.sections.length > 1;
  const sections = document.sections.map((section) => sectionRows(section, areTitled, voice, links));
  return html`<!doctype html>
<html lang="${voice.format.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${document.subject}</title>
<style>${{ html: mailStyles }}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${Colors.page}">
<div style="display:none;max-height:0;overflow:hidden">${preheader(document, voice)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:${Colors.page}"><tr><td align="center" class="around" style="padding:24px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:${Colors.card};border-radius:12px;font-family:${{ html: FontFamily }};color:${Colors.text}">
${header(document)}
${sections}
<tr><td class="pad" style="padding:28px 32px 32px">${button(voice.texts.open, links.inbox)}</td></tr>
</table>
${footer(document, voice, links.unsubscribe)}
</td></tr></table>
</body>
</html>
`.html;
}

/** What a mailbox shows beside the subject. */
function preheader({ sections }: ReportDocument, { format }: Voice): string {
  const figures: KeyFigure[] = sections[0]?.blocks.find((block) => block.kind === 'figures')?.figures ?? [];
  return figures.map(({ label, now }) => `${label}: ${format.value(now)}`).join(' · ');
}

function sectionRows(section: Section, isTitled: boolean, voice: Voice, links: BlockLinks): Html {
  const blocks = section.blocks.map((block) => htmlOfBlock(block, voice, links));
  return isTitled ? html`${heading(section.title, 'section')}${blocks}` : html`${blocks}`;
}

function header({ title, organization, period, notice }: ReportDocument): Html {
  const remark = notice
    ? html`
<p style="margin:10px 0 0;font-size:15px;line-height:22px">${notice}</p>`
    : undefined;
  return html`<tr><td class="pad" style="padding:32px 32px 20px">
<p class="muted" style="margin:0 0 6px;font-size:13px;line-height:18px;color:${Colors.muted}">Earshot · ${organization}</p>
<h1 style="margin:0;font-size:26px;line-height:32px;font-weight:700">${title}</h1>
<p class="muted" style="margin:6px 0 0;font-size:15px;line-height:22px;color:${Colors.muted}">${period}</p>${remark}
</td></tr>`;
}

function button(text: string, link: string): Html {
  return html`<a class="button" href="${link}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${Colors.link};color:#ffffff;font-size:15px;line-height:20px;font-weight:600;text-decoration:none">${text}</a>`;
}

function footer({ why }: ReportDocument, { texts }: Voice, unsubscribe: string): Html {
  return html`<p class="muted" style="margin:0 auto;padding:16px 20px;max-width:536px;font-family:${{ html: FontFamily }};font-size:13px;line-height:19px;color:${Colors.muted}">${why}<br><a class="muted" href="${unsubscribe}" style="color:${Colors.muted}">${texts.unsubscribe}</a></p>`;
}
