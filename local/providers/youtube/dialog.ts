import type { WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { googlePerson, simulatedGoogleApp } from './app.ts';
import { escapeHtml, framed } from './html.ts';
import { randomId, type YouTubeState } from './state.ts';

const CodeLifeMilliseconds = 600_000;

/**
 * `https://accounts.google.com/o/oauth2/v2/auth`. A person chooses a channel; a program adds `auto=1` to agree at once,
 * with `channel=<id>` for another than the first, `channel=none` for a person without one, `decline=1` to leave the
 * scope out, and `auto=deny` to refuse.
 */
export function answerDialog(
  state: YouTubeState,
  context: WorldContext,
  request: WorldRequest,
): WorldResponse {
  const { query } = request;
  const redirect = allowedRedirect(context, query.get('redirect_uri'));
  if (query.get('client_id') !== simulatedGoogleApp.clientId)
    return refused('The OAuth client was not found.');
  if (!redirect) return refused('Error 400: redirect_uri_mismatch');
  const form = new URLSearchParams(request.method === 'POST' ? request.body.toString('utf8') : '');
  const decision = query.get('auto') ?? form.get('decision');
  if (decision === null) return consentPage(state, query);
  if (decision === 'deny') return back(redirect, query, { error: 'access_denied' });
  const code = randomId('4/0A', 40);
  state.codes.put(code, {
    redirectUri: redirect.href,
    codeChallenge: query.get('code_challenge') ?? '',
    scopes: query.has('decline') ? [] : (query.get('scope') ?? '').split(' '),
    channelId: chosenChannel(state, query.get('channel') ?? form.get('channel')),
    expiresAt: context.now() + CodeLifeMilliseconds,
  });
  return back(redirect, query, { code, scope: query.get('scope') ?? '' });
}

function chosenChannel(state: YouTubeState, channelId: string | null): string | null {
  if (channelId === 'none') return null;
  const mine = state.channels.all().filter(({ isMine }) => isMine);
  return (mine.find(({ id }) => id === channelId) ?? mine[0])?.id ?? null;
}

/** The app's settings allow redirects to its own origin only. */
function allowedRedirect({ hooksUrl }: WorldContext, redirectUri: string | null): URL | undefined {
  if (redirectUri === null || !URL.canParse(redirectUri)) return undefined;
  const redirect = new URL(redirectUri);
  return redirect.origin === new URL(hooksUrl).origin ? redirect : undefined;
}

function back(redirect: URL, query: URLSearchParams, answer: Record<string, string>): WorldResponse {
  const location = new URL(redirect);
  location.search = new URLSearchParams({ state: query.get('state') ?? '', ...answer }).toString();
  return { status: 302, headers: { location: location.href, 'cache-control': 'no-store' } };
}

function refused(reason: string): WorldResponse {
  return framed('Access blocked', `<h1>Access blocked</h1><p>${escapeHtml(reason)}</p>`, 400);
}

function consentPage(state: YouTubeState, query: URLSearchParams): WorldResponse {
  const choices = state.channels
    .all()
    .filter(({ isMine }) => isMine)
    .map(
      ({ id, title }, index) =>
        `<label><input type="radio" name="channel" value="${escapeHtml(id)}"${index === 0 ? ' checked' : ''}>
        ${escapeHtml(title)}</label>`,
    );
  return framed(
    'Sign in with Google',
    `<form method="post"><h1>Earshot wants access to your YouTube channel</h1>
      <p>You are signed in as <strong>${escapeHtml(googlePerson.name)}</strong>.</p>
      <fieldset><legend>Choose a channel</legend>${choices.join('')}</fieldset>
      <p>This will allow Earshot to: <em>${escapeHtml(query.get('scope') ?? '')}</em></p>
      <div class="actions"><button name="decision" value="deny">Cancel</button>
        <button name="decision" value="allow">Allow</button></div></form>`,
  );
}
