import type { RenewToken } from '../../core/accounts/renewing-vault.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { youtubeRenewer } from '../../infra/google/youtube-authorizer.ts';
import { googleOAuth } from './youtube.ts';

/** How the tokens of providers are renewed whose access ends after hours. */
export const tokenRenewers: Partial<Record<Provider, RenewToken>> = {
  youtube: youtubeRenewer(googleOAuth),
};
