import * as z from 'zod';
import type { Authorizer } from '../../core/accounts/ports.ts';
import { isProviderError, ProviderError } from '../../core/accounts/provider-error.ts';
import { type RenewableToken, textOfToken } from '../../core/accounts/renewable-token.ts';
import type { RenewToken } from '../../core/accounts/renewing-vault.ts';
import type { AccountLimitation } from '../../core/accounts/social-account.ts';
import { addSeconds, type Clock, type Instant } from '../../core/kernel/time.ts';
import type { OutsideAddress } from '../http/outside.ts';
import { readProfile } from './tiktok-account.ts';
import type { TiktokApp, TiktokClient } from './tiktok-client.ts';

const NeededScopes = ['user.info.basic', 'video.list'] as const;
const CommentScopes = ['comment.list', 'comment.list.manage'] as const;

const Grant = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  /** The account's id towards this app, which every call names as `business_id`. */
  open_id: z.string(),
  scope: z.string().default(''),
});
type Grant = z.infer<typeof Grant>;

interface Options {
  client: TiktokClient;
  app: () => Promise<TiktokApp | undefined>;
  requireApp: () => Promise<TiktokApp>;
  outside: OutsideAddress;
  clock: Clock;
}

/** The dialog of TikTok's Accounts API: one account opens itself to the app. */
export function tiktokAuthorizer({ client, app, requireApp, outside, clock }: Options): Authorizer {
  return {
    isConfigured: async () => (await app()) !== undefined,

    dialogAddress: async ({ state, redirectUri }) => {
      const { appId } = await requireApp();
      const dialog = new URL('https://www.tiktok.com/v2/auth/authorize/');
      dialog.search = new URLSearchParams({
        client_key: appId,
        scope: [...NeededScopes, ...CommentScopes].join(','),
        response_type: 'code',
        redirect_uri: redirectUri,
        state,
        // Without it people who agreed once are sent back without a code.
        disable_auto_auth: '1',
      }).toString();
      return outside(dialog).href;
    },

    authorize: async ({ code, redirectUri }) => {
      const { appId, appSecret } = await requireApp();
      const grant = await client.post(Grant, '/tt_user/oauth2/token/', null, {
        client_id: appId,
        client_secret: appSecret,
        grant_type: 'authorization_code',
        auth_code: code,
        redirect_uri: redirectUri,
      });
      const scopes = grant.scope.split(',');
      const missingScopes = NeededScopes.filter((scope) => !scopes.includes(scope));
      if (missingScopes.length > 0) return { missingScopes, assets: [] };
      const profile = await readProfile(client, grant.open_id, grant.access_token);
      const asset = {
        externalId: grant.open_id,
        name: profile.display_name || profile.username || 'TikTok',
        avatarUrl: profile.profile_image ?? null,
        token: textOfToken(tokenOf(grant, clock.now())),
        // It renews itself.
        tokenExpiresAt: null,
        gaps: [],
        limitations: limitationsOf(scopes),
      };
      return { missingScopes, assets: [asset] };
    },
  };
}

/** Exchanges a refresh token, which dies with it, for new tokens; any refusal means that the owner has to agree again. */
export function tiktokTokenRenewer({
  client,
  requireApp,
  clock,
}: Pick<Options, 'client' | 'requireApp' | 'clock'>): RenewToken {
  return async (refreshToken) => {
    const { appId, appSecret } = await requireApp();
    try {
      const grant = await client.post(Grant, '/tt_user/oauth2/refresh_token/', null, {
        client_id: appId,
        client_secret: appSecret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      });
      return tokenOf(grant, clock.now());
    } catch (error) {
      if (!isProviderError(error, 'invalid_request', 'permission_missing')) throw error;
      const message = 'TikTok no longer renews the access. Connect the account again.';
      throw new ProviderError('token_rejected', message, { cause: error });
    }
  };
}

function tokenOf(grant: Grant, now: Instant): RenewableToken {
  return {
    provider: 'tiktok',
    accessToken: grant.access_token,
    accessTokenExpiresAt: addSeconds(now, grant.expires_in),
    refreshToken: grant.refresh_token,
  };
}

/** An account whose owner keeps the comments to themselves still shows its videos. */
function limitationsOf(scopes: readonly string[]): AccountLimitation[] {
  if (!scopes.includes('comment.list')) return ['no_comments'];
  return scopes.includes('comment.list.manage') ? [] : ['no_replies'];
}
