import { simulatedMetaApp } from '../../local/providers/meta/app.ts';
import type { InteractionClient } from '../../shared/core/accounts/platform-interactions.ts';
import type { Provider, SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { PlatformReader } from '../../shared/core/content/ports.ts';
import { youtubeReader } from '../../shared/infra/google/youtube-channel.ts';
import { YouTubeClient } from '../../shared/infra/google/youtube-client.ts';
import { youtubeInteractions } from '../../shared/infra/google/youtube-interactions.ts';
import { httpClient } from '../../shared/infra/http/http-client.ts';
import { instagramInteractions } from '../../shared/infra/instagram/instagram-interactions.ts';
import { instagramReader } from '../../shared/infra/instagram/instagram-reader.ts';
import { GraphClient } from '../../shared/infra/meta/graph-client.ts';
import { metaInteractions } from '../../shared/infra/meta/meta-interactions.ts';
import { metaReader } from '../../shared/infra/meta/meta-page.ts';
import { tiktokReader } from '../../shared/infra/tiktok/tiktok-account.ts';
import { TiktokClient } from '../../shared/infra/tiktok/tiktok-client.ts';
import { tiktokInteractions } from '../../shared/infra/tiktok/tiktok-interactions.ts';
import { anAccount, anInstagramAccount, instagramToken, pageToken } from '../support/accounts.ts';
import { startTestWorld } from '../support/start-world.ts';
import { aTiktokAccount, tiktokOf, tiktokTokens } from '../support/tiktok.ts';
import { aChannel, channelAccess, youtubeOf } from '../support/youtube.ts';

/** A platform with an account on it: the simulated one, or the real one. */
export interface Target {
  reader: PlatformReader;
  client: InteractionClient;
  account: SocialAccount;
  token: string;
  /** Whether answers may be posted there; on a real account only when it was asked for. */
  mayWrite: boolean;
  stop(): Promise<void>;
}

/**
 * The real platform where `CONTRACT_<PROVIDER>_TOKEN` and `CONTRACT_<PROVIDER>_ACCOUNT` (the platform's id of the page,
 * profile or channel) are set, with `CONTRACT_<PROVIDER>_WRITES=1` also to answer there; Meta needs
 * `CONTRACT_META_APP_ID` and `CONTRACT_META_APP_SECRET` besides. The simulated one otherwise.
 */
export function targetOf(provider: Provider): Promise<Target> {
  const name = `CONTRACT_${provider.toUpperCase()}`;
  const token = process.env[`${name}_TOKEN`];
  const externalId = process.env[`${name}_ACCOUNT`];
  if (!token || !externalId) return simulated[provider]();
  return Promise.resolve({
    ...real[provider](),
    account: anAccount({ provider, externalId }),
    token,
    mayWrite: process.env[`${name}_WRITES`] === '1',
    stop: async () => undefined,
  });
}

type Access = Pick<Target, 'reader' | 'client'>;

const overMeta = (graph: GraphClient): Access => ({
  reader: metaReader(graph),
  client: metaInteractions(graph),
});
const overInstagram = (graph: GraphClient): Access => ({
  reader: instagramReader(graph),
  client: instagramInteractions(graph),
});
const overTiktok = (tiktok: TiktokClient): Access => ({
  reader: tiktokReader(tiktok),
  client: tiktokInteractions(tiktok),
});
const overYouTube = (youtube: YouTubeClient): Access => ({
  reader: youtubeReader(youtube),
  client: youtubeInteractions(youtube),
});

const real: Record<Provider, () => Access> = {
  facebook: () => overMeta(realGraph()),
  instagram: () => overInstagram(realGraph()),
  tiktok: () => overTiktok(new TiktokClient({ http: realHttp(), budget: { spend: async () => undefined } })),
  youtube: () => {
    const quota = { spend: async () => undefined, isSpent: async () => 3_600 };
    return overYouTube(new YouTubeClient({ http: realHttp(), quota }));
  },
};

const realHttp = () => httpClient({ outside: (url) => url });

function realGraph(): GraphClient {
  const { CONTRACT_META_APP_ID: appId = '', CONTRACT_META_APP_SECRET: appSecret = '' } = process.env;
  return new GraphClient({ http: realHttp(), app: async () => ({ ...simulatedMetaApp, appId, appSecret }) });
}

const simulated: Record<Provider, () => Promise<Target>> = {
  facebook: async () => {
    const world = await startTestWorld();
    const token = await pageToken(world);
    return { ...overMeta(world.graph), account: anAccount(), token, mayWrite: true, stop: world.stop };
  },
  instagram: async () => {
    const world = await startTestWorld();
    const token = await instagramToken(world);
    const account = anInstagramAccount();
    return { ...overInstagram(world.graph), account, token, mayWrite: true, stop: world.stop };
  },
  tiktok: async () => {
    const world = await startTestWorld();
    const { accessToken: token } = await tiktokTokens(world);
    return {
      ...overTiktok(tiktokOf(world)),
      account: aTiktokAccount(),
      token,
      mayWrite: true,
      stop: world.stop,
    };
  },
  youtube: async () => {
    const world = await startTestWorld();
    const token = await channelAccess(world);
    return { ...overYouTube(youtubeOf(world)), account: aChannel(), token, mayWrite: true, stop: world.stop };
  },
};
