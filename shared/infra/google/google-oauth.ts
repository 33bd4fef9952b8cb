import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import { addSeconds, type Clock, type Instant } from '../../core/kernel/time.ts';
import type { HttpClient } from '../http/http-client.ts';
import { askGoogle, jsonOf, parsed } from './google-answer.ts';

export interface GoogleApp {
  clientId: string;
  clientSecret: string;
}

/** The only scope with which comments can be answered and moderated. */
export const YouTubeScope = 'https://www.googleapis.com/auth/youtube.force-ssl';

const TokenAnswer = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  /** Only at a first consent, or where consent was asked again. */
  refresh_token: z.string().optional(),
  scope: z.string().default(''),
});
const Refusal = z.object({ error: z.string(), error_description: z.string().default('') });

const TimeoutMilliseconds = 10_000;

export interface GoogleGrant {
  accessToken: string;
  refreshToken: string | null;
  expiresAt: Instant;
  scopes: ReadonlySet<string>;
}

interface Options {
  http: HttpClient;
  app: () => Promise<GoogleApp>;
  clock: Clock;
}

/** Google's token endpoint. Every exchange is sent once: a code can be used only once. */
export class GoogleOAuth {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** @throws ProviderError */
  exchangeCode(code: string, redirectUri: string, codeVerifier: string): Promise<GoogleGrant> {
    return this.#exchange({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    });
  }

  /** @throws ProviderError `token_rejected` when the person withdrew the access, or it lay unused for half a year. */
  refresh(refreshToken: string): Promise<GoogleGrant> {
    return this.#exchange({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async #exchange(form: Record<string, string>): Promise<GoogleGrant> {
    const { http, app, clock } = this.#options;
    const { clientId, clientSecret } = await app();
    const body = new URLSearchParams({ ...form, client_id: clientId, client_secret: clientSecret });
    const answer = await askGoogle(http, {
      method: 'POST',
      url: new URL('https://oauth2.googleapis.com/token'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
      timeoutMilliseconds: TimeoutMilliseconds,
    });
    const json = jsonOf(answer);
    if (answer.status >= 300) throw refusalOf(answer.status, json);
    const token = parsed(TokenAnswer, json);
    return {
      accessToken: token.access_token,
      refreshToken: token.refresh_token ?? null,
      expiresAt: addSeconds(clock.now(), token.expires_in),
      scopes: new Set(token.scope.split(' ')),
    };
  }
}

/** PKCE's S256: what the dialog is shown of the verifier. */
export function codeChallengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}

function refusalOf(status: number, json: unknown): ProviderError {
  const refusal = Refusal.safeParse(json);
  if (!refusal.success || status >= 500) {
    return new ProviderError('outage', `Google answered ${status} when asked for access.`);
  }
  const { error, error_description: description } = refusal.data;
  return new ProviderError(
    error === 'invalid_grant' ? 'token_rejected' : 'invalid_request',
    `Google refused the access: ${description || error}`,
    { platformCode: error },
  );
}
