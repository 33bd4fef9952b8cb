import type { Authorizer } from '../../core/accounts/ports.ts';
import { type RenewableToken, textOfToken } from '../../core/accounts/renewable-token.ts';
import type { RenewToken } from '../../core/accounts/renewing-vault.ts';
import type { OutsideAddress } from '../http/outside.ts';
import {
  codeChallengeOf,
  type GoogleApp,
  type GoogleGrant,
  type GoogleOAuth,
  YouTubeScope,
} from './google-oauth.ts';
import type { YouTubeClient } from './youtube-client.ts';
import { Channel, pictureOf } from './youtube-mapping.ts';

interface Options {
  oauth: GoogleOAuth;
  youtube: YouTubeClient;
  app: () => Promise<GoogleApp | undefined>;
  outside: OutsideAddress;
}

/** Google's dialog with PKCE, and the channel that the person chose in it. */
export function youtubeAuthorizer({ oauth, youtube, app, outside }: Options): Authorizer {
  return {
    isConfigured: async () => (await app()) !== undefined,

    dialogAddress: async ({ state, redirectUri, codeVerifier }) => {
      const configured = await app();
      if (!configured) throw new TypeError('The app of Google is not configured; ask isConfigured first.');
      const dialog = new URL('https://accounts.google.com/o/oauth2/v2/auth');
      dialog.search = new URLSearchParams({
        client_id: configured.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: YouTubeScope,
        // Both are needed for a refresh token each time, not at the first consent alone.
        access_type: 'offline',
        prompt: 'consent',
        include_granted_scopes: 'true',
        state,
        code_challenge: codeChallengeOf(codeVerifier),
        code_challenge_method: 'S256',
      }).toString();
      return outside(dialog).href;
    },

    authorize: async ({ code, redirectUri, codeVerifier }) => {
      const grant = await oauth.exchangeCode(code, redirectUri, codeVerifier);
      if (!grant.scopes.has(YouTubeScope)) return { missingScopes: [YouTubeScope], assets: [] };
      const params = { part: 'snippet', mine: 'true' };
      const channels = youtube.list(Channel, '/channels', grant.accessToken, params, 'acting');
      const found = await Array.fromAsync(channels);
      return {
        missingScopes: [],
        assets: found.map(({ id, snippet }) => ({
          externalId: id,
          name: snippet.title,
          avatarUrl: pictureOf(snippet.thumbnails),
          token: textOfToken(renewableTokenOf(grant)),
          // Renewed on use, so the end of the access is not the end of the connection.
          tokenExpiresAt: null,
          gaps: [],
        })),
      };
    },
  };
}

export function youtubeRenewer(oauth: GoogleOAuth): RenewToken {
  return async (refreshToken) => renewableTokenOf(await oauth.refresh(refreshToken));
}

function renewableTokenOf({ accessToken, refreshToken, expiresAt }: GoogleGrant): RenewableToken {
  return { provider: 'youtube', accessToken, refreshToken, accessTokenExpiresAt: expiresAt };
}
