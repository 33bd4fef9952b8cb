import type { Authorizer, Platforms } from '../../core/accounts/ports.ts';
import { youtubeAuthorizer } from '../../infra/google/youtube-authorizer.ts';
import { youtubeConnector } from '../../infra/google/youtube-channel.ts';
import { instagramConnector } from '../../infra/instagram/instagram-connector.ts';
import { instagramSearch } from '../../infra/instagram/instagram-search.ts';
import { type AssetSearch, metaAuthorizer } from '../../infra/meta/meta-authorizer.ts';
import { metaConnector } from '../../infra/meta/meta-page.ts';
import { pageSearch } from '../../infra/meta/page-search.ts';
import type { IsConnected } from '../../infra/meta/page-subscription.ts';
import { tiktokConnector } from '../../infra/tiktok/tiktok-account.ts';
import { tiktokAuthorizer } from '../../infra/tiktok/tiktok-authorizer.ts';
import { requireEnvironment } from '../env.ts';
import { clock } from './clock.ts';
import { googleApp } from './google-app.ts';
import { graph } from './graph.ts';
import { metaApp } from './meta-app.ts';
import { outside } from './outside.ts';
import { platformAssets } from './platform-assets.ts';
import { tiktok } from './tiktok.ts';
import { requireTiktokApp, tiktokApp } from './tiktok-app.ts';
import { googleOAuth, youtube } from './youtube.ts';

const loginFor = (assets: AssetSearch): Authorizer =>
  metaAuthorizer({ graph, app: metaApp, outside, clock, assets });

const isConnected: IsConnected = async (provider, externalId) =>
  (await platformAssets.ownerOf(provider, externalId)) !== undefined;

/** The platforms whose accounts can be connected. */
export const platforms: Platforms = {
  facebook: { authorizer: loginFor(pageSearch), connector: metaConnector(graph, isConnected) },
  instagram: { authorizer: loginFor(instagramSearch), connector: instagramConnector(graph, isConnected) },
  tiktok: {
    authorizer: tiktokAuthorizer({
      client: tiktok,
      app: tiktokApp,
      requireApp: requireTiktokApp,
      outside,
      clock,
    }),
    connector: tiktokConnector({
      client: tiktok,
      requireApp: requireTiktokApp,
      webhookUrl: `${requireEnvironment('PUBLIC_URL')}/hooks/tiktok`,
    }),
  },
  youtube: {
    authorizer: youtubeAuthorizer({ oauth: googleOAuth, youtube, app: googleApp, outside }),
    connector: youtubeConnector(youtube),
  },
};
