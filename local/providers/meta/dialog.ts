import type { WorldRequest, WorldResponse } from '../provider.ts';
import { simulatedMetaApp } from './app.ts';
import { consentPage, refusalPage } from './dialog-page.ts';
import type { Meta } from './meta-world.ts';
import { type Grant, randomToken } from './state.ts';

const CodeLifeMilliseconds = 600_000;

export function isDialog({ path }: WorldRequest): boolean {
  return /^\/v\d+\.\d+\/dialog\/oauth$/.test(path);
}

/**
 * `https://www.facebook.com/<version>/dialog/oauth`. A person sees a page and decides; a program adds `auto=1` to
 * decide at once, with `pages=<ids>` and `instagram=<ids>` to tick others than the default, `decline=<scopes>`, and
 * `auto=deny` to refuse.
 */
export function answerDialog(meta: Meta, request: WorldRequest): WorldResponse {
  const { query } = request;
  const redirect = allowedRedirect(meta, query.get('redirect_uri'));
  if (query.get('client_id') !== simulatedMetaApp.appId) return html(400, refusalPage('Invalid App ID.'));
  if (!redirect) return html(400, refusalPage("The domain of this URL isn't included in the app's domains."));
  if (query.get('auto') === 'deny') return denied(redirect, query);
  const scopes = scopesOf(query);
  if (query.has('auto')) {
    const declined = query.get('decline')?.split(',') ?? [];
    return granted(meta, redirect, query, { ...tickedByProgram(meta, query), ...decided(scopes, declined) });
  }
  if (request.method !== 'POST') return html(200, consentPage(meta.state, scopes));
  const form = new URLSearchParams(request.body.toString('utf8'));
  if (form.get('decision') !== 'continue') return denied(redirect, query);
  const declined = scopes.filter((scope) => !form.getAll('scope').includes(scope));
  const ticked = { pageIds: form.getAll('page'), instagramIds: form.getAll('instagram') };
  return granted(meta, redirect, query, { ...ticked, ...decided(scopes, declined) });
}

/** Unless it says otherwise, a program ticks the pages that are offered ticked, and the Instagram accounts of its pages. */
function tickedByProgram({ state }: Meta, query: URLSearchParams): Pick<Grant, 'pageIds' | 'instagramIds'> {
  const offered = state.pages.all().filter((page) => page.tickedByDefault);
  const pageIds = query.get('pages')?.split(',') ?? offered.map(({ id }) => id);
  const linked = state.instagram.accounts.all().filter(({ pageId }) => pageIds.includes(pageId));
  return { pageIds, instagramIds: query.get('instagram')?.split(',') ?? linked.map(({ id }) => id) };
}

function decided(asked: readonly string[], declined: string[]): Pick<Grant, 'scopes' | 'declined'> {
  return { scopes: asked.filter((scope) => !declined.includes(scope)), declined };
}

/** The app's settings allow redirects to its own origin only. */
function allowedRedirect(meta: Meta, redirectUri: string | null): URL | undefined {
  if (redirectUri === null || !URL.canParse(redirectUri)) return undefined;
  const redirect = new URL(redirectUri);
  return redirect.origin === new URL(meta.context.hooksUrl).origin ? redirect : undefined;
}

function granted(meta: Meta, redirect: URL, query: URLSearchParams, ticked: Grant): WorldResponse {
  const code = randomToken('AQ');
  const { state } = meta;
  const grant: Grant = {
    ...ticked,
    pageIds: ticked.pageIds.filter((id) => state.pages.get(id)),
    instagramIds: ticked.instagramIds.filter((id) => state.instagram.accounts.get(id)),
  };
  const redirectUri = query.get('redirect_uri') ?? '';
  state.codes.put(code, { redirectUri, grant, expiresAt: meta.context.now() + CodeLifeMilliseconds });
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

function html(status: number, body: string): WorldResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
