import type { RenewToken } from '../../core/accounts/renewing-vault.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { youtubeRenewer } from '../../infra/google/youtube-authorizer.ts';
import { tiktokTokenRenewer } from '../../infra/tiktok/tiktok-authorizer.ts';
import { clock } from './clock.ts';
import { tiktok } from './tiktok.ts';
import { requireTiktokApp } from './tiktok-app.ts';
import { googleOAuth } from './youtube.ts';

/** How the tokens of providers are renewed whose access ends after hours. */
export const tokenRenewers: Partial<Record<Provider, RenewToken>> = {
  tiktok: tiktokTokenRenewer({ client: tiktok, requireApp: requireTiktokApp, clock }),
  youtube: youtubeRenewer(googleOAuth),
};
