import type { Attachment, Email } from 'postal-mime';
import { escapeMarkup as text } from '../protocols/markup.ts';
import type { Envelope } from './outbox.ts';

const ShownMails = 200;
const NoSubject = '(no subject)';

export function listPage(envelopes: readonly Envelope[]): string {
  const rows = envelopes.slice(0, ShownMails).map(row);
  const empty = '<p class="empty">No mail yet. What Earshot sends appears here by itself.</p>';
  const list = rows.length > 0 ? `<ol class="mails">${rows.join('')}</ol>` : empty;
  const count = envelopes.length === 1 ? '1 mail' : `${envelopes.length} mails`;
  const head = `<header><h1>Outbox</h1><p>${count}. Nothing leaves this machine.</p></header>`;
  return page('Outbox', `${head}<main id="mails">${list}</main><script src="outbox.js"></script>`);
}

function row({ id, source, sentAt, subject, attachments, recipients }: Envelope): string {
  return `<li><a href="${id}">
    <span class="subject">${text(subject || NoSubject)}</span>
    <span class="people">${text(source)} → ${text(recipients.map(({ address }) => address).join(', '))}</span>
    <span class="marks">${outcomes(recipients)}${attachments > 0 ? `<span class="mark">${attachments} attached</span>` : ''}</span>
    ${time(sentAt)}</a></li>`;
}

/** `show` is `mail` (as a person reads it), `text` (the plain part) or `source` (as it was sent). */
export function messagePage(envelope: Envelope, mail: Email, raw: Buffer, show: string): string {
  const views = [
    ['mail', 'Mail'],
    ['text', 'Plain text'],
    ['source', 'Source'],
  ].map(
    ([view, label]) => `<a href="?show=${view}"${view === show ? ' aria-current="page"' : ''}>${label}</a>`,
  );
  const subject = envelope.subject || NoSubject;
  return page(
    subject,
    `<header><a href="./">Outbox</a><h1>${text(subject)}</h1></header>
    <main><dl>${facts(envelope, mail).join('')}</dl>
    <nav aria-label="View">${views.join('')}<a href="${envelope.id}/raw">Download</a></nav>
    ${shown(envelope, mail, raw, show)}${attachments(envelope, mail)}</main>`,
  );
}

function facts({ source, sentAt, recipients, configurationSet, tags }: Envelope, mail: Email): string[] {
  const visible = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((entry) => entry.group ?? [entry]);
  const named = new Set(visible.map(({ address }) => address.toLowerCase()));
  const blind = recipients
    .filter(({ address }) => !named.has(address.toLowerCase()))
    .map(({ address }) => address);
  const pairs = [
    ['From', text(source)],
    ['To', text(recipients.map(({ address }) => address).join(', ')) + outcomes(recipients)],
    ['Not named in the mail', text(blind.join(', '))],
    ['Sent', time(sentAt)],
    ['Configuration set', text(configurationSet ?? '')],
    [
      'Tags',
      text(
        Object.entries(tags)
          .map(([name, value]) => `${name}=${value}`)
          .join(', '),
      ),
    ],
  ];
  return pairs.flatMap(([name, value]) => (value ? [`<dt>${name}</dt><dd>${value}</dd>`] : []));
}

function shown(envelope: Envelope, mail: Email, raw: Buffer, show: string): string {
  if (show === 'source') return `<pre>${text(raw.toString('utf8'))}</pre>`;
  if (show === 'text' || !mail.html) return `<pre>${text(mail.text ?? '(no plain text part)')}</pre>`;
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
  return `<iframe src="${envelope.id}/mail" sandbox="${sandbox}" referrerpolicy="no-referrer" title="The mail"></iframe>`;
}

function attachments({ id }: Envelope, mail: Email): string {
  const items = mail.attachments.flatMap((attachment, index) => {
    if (attachment.related) return [];
    const name = text(attachment.filename ?? `part-${index + 1}`);
    const kilobytes = Math.ceil(attachmentBytes(attachment).length / 1_024);
    return [
      `<li><a href="${id}/attachments/${index}">${name}</a> ${text(attachment.mimeType)}, ${kilobytes} KB</li>`,
    ];
  });
  return items.length > 0 ? `<h2>Attachments</h2><ul>${items.join('')}</ul>` : '';
}

/** The mail's HTML with its own images put in place; everything else is left to the policy it is served with. */
export function mailDocument(mail: Email): string {
  const images = new Map(
    mail.attachments.flatMap(({ contentId, mimeType, ...attachment }) => {
      if (!contentId || !/^image\/[a-z0-9.+-]+$/.test(mimeType)) return [];
      const data = Buffer.from(attachmentBytes(attachment)).toString('base64');
      return [[contentId.replaceAll(/[<>]/g, ''), `data:${mimeType};base64,${data}`]];
    }),
  );
  const body = (mail.html ?? '').replaceAll(
    /\bcid:([^"'\s)>]+)/gi,
    (found, id: string) => images.get(id) ?? found,
  );
  return `<!doctype html><meta charset="utf-8"><base target="_blank">${body}`;
}

export function notFoundPage(): string {
  return page(
    'Not found',
    '<header><a href="/_outbox/">Outbox</a><h1>This mail does not exist</h1></header>',
  );
}

export function attachmentBytes({ content }: Pick<Attachment, 'content'>): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function outcomes(recipients: Envelope['recipients']): string {
  const failed = new Set(
    recipients.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'delivered'),
  );
  return [...failed].map((outcome) => `<span class="mark bad">${outcome}</span>`).join('');
}

function time(instant: string): string {
  return `<time datetime="${instant}">${instant.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(title)} · Earshot outbox</title><link rel="stylesheet" href="/_outbox/outbox.css"></head><body>${body}</body></html>`;
}
