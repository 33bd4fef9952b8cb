import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import PostalMime from 'postal-mime';
import type { Outbox } from './outbox.ts';
import { attachmentBytes, listPage, mailDocument, messagePage, notFoundPage } from './pages.ts';

const BasePath = '/_outbox';

/** The viewer's own pages load its own style and script, nothing else. */
const PagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A mail is shown as mail clients show it: no scripts, no forms, nothing fetched; links open a new tab. */
const MailPolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

interface Page {
  status?: number;
  contentType: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}

/** Serves the outbox below `/_outbox`. What mails contain is hostile until proven otherwise, and never proven. */
export function createOutboxViewer(outbox: Outbox) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === BasePath) {
      response.writeHead(302, { location: `${BasePath}/` }).end();
      return;
    }
    const [id = '', part, index] = pathname.slice(BasePath.length + 1).split('/');
    answer(outbox, id, part, Number(index), searchParams.get('show') ?? 'mail').then(
      (page) => send(response, page),
      (error: unknown) =>
        send(response, { status: 500, contentType: 'text/plain; charset=utf-8', body: String(error) }),
    );
  };
}

async function answer(
  outbox: Outbox,
  id: string,
  part: string | undefined,
  index: number,
  show: string,
): Promise<Page> {
  if (id === '') return html(listPage(outbox.list()));
  const asset = Object.hasOwn(Assets, id) ? Assets[id] : undefined;
  if (asset) return { contentType: asset, body: readFileSync(new URL(`./${id}`, import.meta.url)) };
  const found = outbox.find(id);
  if (!found) return { ...html(notFoundPage()), status: 404 };
  const { envelope, raw } = found;
  const mail = await PostalMime.parse(raw);
  const attachment = mail.attachments[index];
  if (part === undefined) return html(messagePage(envelope, mail, raw, show));
  if (part === 'mail')
    return { ...html(mailDocument(mail)), headers: { 'content-security-policy': MailPolicy } };
  if (part === 'raw') return download('message/rfc822', `${id}.eml`, raw);
  if (part === 'attachments' && attachment) {
    return download(
      'application/octet-stream',
      attachment.filename ?? `part-${index + 1}`,
      attachmentBytes(attachment),
    );
  }
  return { ...html(notFoundPage()), status: 404 };
}

const Assets: Record<string, string> = {
  'outbox.css': 'text/css; charset=utf-8',
  'outbox.js': 'text/javascript; charset=utf-8',
};

function html(body: string): Page {
  return { contentType: 'text/html; charset=utf-8', body };
}

function download(contentType: string, name: string, body: Uint8Array): Page {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, '_')}`;
  return { contentType, body, headers: { 'content-disposition': disposition } };
}

function send(response: ServerResponse, { status = 200, contentType, body, headers }: Page): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-security-policy': PagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
