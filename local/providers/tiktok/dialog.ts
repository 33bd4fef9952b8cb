import type { WorldRequest, WorldResponse } from '../provider.ts';
import { simulatedTiktokApp } from './app.ts';
import { consentPage, page, refusalPage } from './pages.ts';
import { type Profile, randomToken } from './state.ts';
import type { Tiktok } from './tiktok-world.ts';

const CodeLifeMilliseconds = 600_000;

/** Without it TikTok would not even say who agreed. */
const NeededScope = 'user.info.basic';

export function isDialog({ path }: WorldRequest): boolean {
  return /^\/v2\/auth\/authorize\/?$/.test(path);
}

/**
 * `https://www.tiktok.com/v2/auth/authorize/`. A person sees a page and decides; a program adds `auto=1` to decide at
 * once, with `account=<open id>` for another account, `decline=<scopes>`, and `auto=deny` to refuse.
 */
export function answerDialog(tiktok: Tiktok, request: WorldRequest): WorldResponse {
  const { query } = request;
  const redirect = allowedRedirect(tiktok, query.get('redirect_uri'));
  if (query.get('client_key') !== simulatedTiktokApp.appId) return page(400, refusalPage('client_key'));
  if (!redirect) return page(400, refusalPage('redirect_uri'));
  if (query.get('auto') === 'deny') return back(redirect, query, { error: 'access_denied' });
  if (query.has('auto')) {
    const declined = query.get('decline')?.split(',') ?? [];
    return granted(tiktok, redirect, query, query.get('account'), declined);
  }
  // Returning people are sent back at once and without a code unless the app asks for the page.
  if (query.get('disable_auto_auth') !== '1') return back(redirect, query, {});
  const profiles = tiktok.state.profiles.all();
  if (request.method !== 'POST') return page(200, consentPage(profiles, scopesOf(query)));
  const form = new URLSearchParams(request.body.toString('utf8'));
  if (form.get('decision') !== 'continue') return back(redirect, query, { error: 'access_denied' });
  const declined = scopesOf(query).filter((scope) => !form.getAll('scope').includes(scope));
  return granted(tiktok, redirect, query, form.get('account'), declined);
}

/** Registered addresses end with a slash; the app's own origin alone is registered. */
function allowedRedirect({ context }: Tiktok, redirectUri: string | null): URL | undefined {
  if (redirectUri === null || !URL.canParse(redirectUri)) return undefined;
  const redirect = new URL(redirectUri);
  const isOurs = redirect.origin === new URL(context.hooksUrl).origin;
  return isOurs && redirect.pathname.endsWith('/') && redirect.search === '' ? redirect : undefined;
}

function granted(
  { state, context }: Tiktok,
  redirect: URL,
  query: URLSearchParams,
  openId: string | null,
  declined: readonly string[],
): WorldResponse {
  const profile: Profile | undefined = state.profiles.get(openId ?? '') ?? state.profiles.all().at(0);
  if (!profile) return page(400, refusalPage('account'));
  const code = randomToken('');
  state.codes.put(code, {
    redirectUri: query.get('redirect_uri') ?? '',
    grant: {
      openId: profile.openId,
      scopes: scopesOf(query).filter((scope) => scope === NeededScope || !declined.includes(scope)),
    },
    expiresAt: context.now() + CodeLifeMilliseconds,
  });
  return back(redirect, query, { code });
}

function back(redirect: URL, query: URLSearchParams, result: Record<string, string>): WorldResponse {
  const state = query.get('state') ?? '';
  for (const [name, value] of Object.entries({ ...result, state })) redirect.searchParams.set(name, value);
  return { status: 302, headers: { location: redirect.href, 'cache-control': 'no-store' } };
}

function scopesOf(query: URLSearchParams): string[] {
  return (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
}
