import { ProviderError } from '../../core/accounts/provider-error.ts';
import type { RenewToken } from '../../core/accounts/renewing-vault.ts';
import type { Clock } from '../../core/kernel/time.ts';
import type { GraphClient, MetaApp } from './graph-client.ts';
import { expiryOf, longLivedToken } from './long-lived-token.ts';
import type { AssetSearch } from './meta-authorizer.ts';

interface Options {
  graph: GraphClient;
  requireApp: () => Promise<MetaApp>;
  clock: Clock;
  assets: AssetSearch;
}

/** Meta has no refresh tokens: the person's own long-lived token, while it lives, is exchanged for the next one. */
export function refreshTokenOf(assetId: string, userToken: string): string {
  return `${assetId} ${userToken}`;
}

/**
 * Exchanges the person's token for one that lasts another 60 days, and takes the asset's token from that one.
 * An expired token cannot be exchanged any more, so this has to happen well ahead (CM-03).
 */
export function metaRenewer({ graph, requireApp, clock, assets }: Options): RenewToken {
  return async (refreshToken) => {
    const [assetId = '', userToken = ''] = refreshToken.split(' ');
    const long = await longLivedToken(graph, await requireApp(), userToken);
    const found = await assets.search(graph, long.access_token, () => true);
    const asset = found.find(({ externalId }) => externalId === assetId);
    const accessTokenExpiresAt = expiryOf(long, clock.now());
    if (!asset?.token || accessTokenExpiresAt === null) {
      throw new ProviderError(
        'token_rejected',
        'The person who connected this account no longer manages it.',
      );
    }
    return {
      provider: assets.provider,
      accessToken: asset.token,
      accessTokenExpiresAt,
      refreshToken: refreshTokenOf(assetId, long.access_token),
    };
  };
}
