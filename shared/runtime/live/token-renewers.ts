import type { RenewToken } from '../../core/accounts/renewing-vault.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { youtubeRenewer } from '../../infra/google/youtube-authorizer.ts';
import { instagramSearch } from '../../infra/instagram/instagram-search.ts';
import { metaRenewer } from '../../infra/meta/meta-renewer.ts';
import { pageSearch } from '../../infra/meta/page-search.ts';
import { tiktokTokenRenewer } from '../../infra/tiktok/tiktok-authorizer.ts';
import { clock } from './clock.ts';
import { graph, requireMetaApp } from './graph.ts';
import { tiktok } from './tiktok.ts';
import { requireTiktokApp } from './tiktok-app.ts';
import { googleOAuth } from './youtube.ts';

/** How the tokens of providers are renewed whose access ends, after hours or after weeks. */
export const tokenRenewers: Partial<Record<Provider, RenewToken>> = {
  facebook: metaRenewer({ graph, requireApp: requireMetaApp, clock, assets: pageSearch }),
  instagram: metaRenewer({ graph, requireApp: requireMetaApp, clock, assets: instagramSearch }),
  tiktok: tiktokTokenRenewer({ client: tiktok, requireApp: requireTiktokApp, clock }),
  youtube: youtubeRenewer(googleOAuth),
};
