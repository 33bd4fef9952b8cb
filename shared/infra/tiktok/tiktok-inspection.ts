import * as z from 'zod';
import type { HealthFinding, InspectAccount } from '../../core/accounts/account-health.ts';
import type { TiktokApp, TiktokClient } from './tiktok-client.ts';

const TokenInfo = z.object({ scope: z.string().default('') });

const NeededScopes = ['user.info.basic', 'video.list'] as const;

/** What TikTok says the token may do. */
export function tiktokInspection({
  client,
  requireApp,
}: {
  client: TiktokClient;
  requireApp: () => Promise<TiktokApp>;
}): InspectAccount {
  return async (_account, token) => {
    const { appId } = await requireApp();
    const params = { app_id: appId, access_token: token };
    const { scope } = await client.get(TokenInfo, '/tt_user/token_info/get/', token, params);
    const granted = scope.split(',');
    return NeededScopes.filter((needed) => !granted.includes(needed)).map(
      (needed): HealthFinding => ({
        code: 'scope_missing',
        severity: 'error',
        message: `The permission ${needed} is missing. Connect the account again and allow it.`,
      }),
    );
  };
}
