import type { InspectAccount } from '../../core/accounts/account-health.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { instagramSearch } from '../../infra/instagram/instagram-search.ts';
import { metaInspection } from '../../infra/meta/meta-inspection.ts';
import { pageSearch } from '../../infra/meta/page-search.ts';
import { tiktokInspection } from '../../infra/tiktok/tiktok-inspection.ts';
import { graph, requireMetaApp } from './graph.ts';
import { tiktok } from './tiktok.ts';
import { requireTiktokApp } from './tiktok-app.ts';

const pageInspection = { graph, requireApp: requireMetaApp };

/** Google tells of a token only that it is refused, which every sync pass finds out. */
export const accountInspectors: Partial<Record<Provider, InspectAccount>> = {
  facebook: metaInspection({ ...pageInspection, scopes: pageSearch.scopes, assetScopePrefix: 'pages_' }),
  instagram: metaInspection({
    ...pageInspection,
    scopes: instagramSearch.scopes,
    assetScopePrefix: 'instagram_',
  }),
  tiktok: tiktokInspection({ client: tiktok, requireApp: requireTiktokApp }),
};
