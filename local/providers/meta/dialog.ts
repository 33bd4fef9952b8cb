import type { WorldRequest, WorldResponse } from '../provider.ts';
import { simulatedMetaApp } from './app.ts';
import { consentPage, refusalPage } from './dialog-page.ts';
import type { Meta } from './meta-world.ts';
import { randomToken } from './state.ts';

const CodeLifeMilliseconds = 600_000;

export function isDialog({ path }: WorldRequest): boolean {
  return /^\/v\d+\.\d+\/dialog\/oauth$/.test(path);
}

/**
 * `https://www.facebook.com/<version>/dialog/oauth`. A person sees a page and decides; a program adds `auto=1` to
 * decide at once, with `pages=<ids>` to tick others than the default, `decline=<scopes>` and `auto=deny` to refuse.
 */
export function answerDialog(meta: Meta, request: WorldRequest): WorldResponse {
  const { query } = request;
  const redirect = allowedRedirect(meta, query.get('redirect_uri'));
  if (query.get('client_id') !== simulatedMetaApp.appId) return html(400, refusalPage('Invalid App ID.'));
  if (!redirect) return html(400, refusalPage("The domain of this URL isn't included in the app's domains."));
  if (query.get('auto') === 'deny') return denied(redirect, query);
  if (query.has('auto')) {
    const pages = query.get('pages')?.split(',') ?? tickedByDefault(meta);
    return granted(meta, redirect, query, pages, query.get('decline')?.split(',') ?? []);
  }
  if (request.method !== 'POST') return html(200, consentPage(meta.state.pages.all(), scopesOf(query)));
  const form = new URLSearchParams(request.body.toString('utf8'));
  if (form.get('decision') !== 'continue') return denied(redirect, query);
  const declined = scopesOf(query).filter((scope) => !form.getAll('scope').includes(scope));
  return granted(meta, redirect, query, form.getAll('page'), declined);
}

/** The app's settings allow redirects to its own origin only. */
function allowedRedirect(meta: Meta, redirectUri: string | null): URL | undefined {
  if (redirectUri === null || !URL.canParse(redirectUri)) return undefined;
  const redirect = new URL(redirectUri);
  return redirect.origin === new URL(meta.context.hooksUrl).origin ? redirect : undefined;
}

function granted(
  meta: Meta,
  redirect: URL,
  query: URLSearchParams,
  pageIds: string[],
  declined: string[],
): WorldResponse {
  const code = randomToken('AQ');
  const scopes = scopesOf(query).filter((scope) => !declined.includes(scope));
  meta.state.codes.put(code, {
    redirectUri: query.get('redirect_uri') ?? '',
    grant: { scopes, declined, pageIds: pageIds.filter((id) => meta.state.pages.get(id)) },
    expiresAt: meta.context.now() + CodeLifeMilliseconds,
  });
  redirect.searchParams.set('code', code);
  return back(redirect, query);
}

function denied(redirect: URL, query: URLSearchParams): WorldResponse {
  redirect.searchParams.set('error', 'access_denied');
  redirect.searchParams.set('error_code', '200');
  redirect.searchParams.set('error_reason', 'user_denied');
  redirect.searchParams.set('error_description', 'Permissions error');
  return back(redirect, query);
}

function back(redirect: URL, query: URLSearchParams): WorldResponse {
  redirect.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: `${redirect}#_=_`, 'cache-control': 'no-store' } };
}

function scopesOf(query: URLSearchParams): string[] {
  return (query.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
}

function tickedByDefault(meta: Meta): string[] {
  return meta.state.pages
    .all()
    .filter((page) => page.tickedByDefault)
    .map((page) => page.id);
}

function html(status: number, body: string): WorldResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
