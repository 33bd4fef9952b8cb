import * as z from 'zod';
import type { AuthorizedAsset, Authorizer } from '../../core/accounts/ports.ts';
import { textOfToken } from '../../core/accounts/renewable-token.ts';
import type { AccountLimitation, Provider } from '../../core/accounts/social-account.ts';
import type { Clock, Instant } from '../../core/kernel/time.ts';
import type { OutsideAddress } from '../http/outside.ts';
import { type GraphClient, GraphVersion, type MetaApp } from './graph-client.ts';
import { expiryOf, GrantedToken, longLivedToken } from './long-lived-token.ts';
import { refreshTokenOf } from './meta-renewer.ts';

const Permission = z.object({ permission: z.string(), status: z.string() });
const Inspection = z.object({
  data: z.object({
    user_id: z.string().optional(),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() }))
      .default([]),
  }),
});
type Inspection = z.infer<typeof Inspection>['data'];

/** What one provider of the family looks for behind the dialog that they share. */
export interface AssetSearch {
  provider: Extract<Provider, 'facebook' | 'instagram'>;
  /** What Earshot cannot do without. */
  scopes: readonly string[];
  /** What it works without, and what it then cannot do. */
  optional: readonly { scope: string; limitation: AccountLimitation }[];
  search(graph: GraphClient, userToken: string, isTicked: IsTicked): Promise<SearchedAsset[]>;
}

export type SearchedAsset = Omit<AuthorizedAsset, 'tokenExpiresAt'>;

/** Whether the person ticked an asset for all scopes that begin so. */
export type IsTicked = (scopePrefix: string, assetId: string) => boolean;

interface MetaAuthorizerOptions {
  graph: GraphClient;
  app: () => Promise<MetaApp | undefined>;
  outside: OutsideAddress;
  clock: Clock;
  assets: AssetSearch;
}

/** Facebook Login by hand: dialog, code, long-lived token, and the assets that it reaches. */
export function metaAuthorizer({ graph, app, outside, clock, assets }: MetaAuthorizerOptions): Authorizer {
  const requireApp = async (): Promise<MetaApp> => {
    const configured = await app();
    if (!configured) throw new TypeError('The app of Meta is not configured; ask isConfigured first.');
    return configured;
  };

  return {
    isConfigured: async () => (await app()) !== undefined,

    dialogAddress: async ({ state, redirectUri }) => {
      const { appId } = await requireApp();
      const dialog = new URL(`https://www.facebook.com/${GraphVersion}/dialog/oauth`);
      dialog.search = new URLSearchParams({
        client_id: appId,
        redirect_uri: redirectUri,
        state,
        scope: [...assets.scopes, ...assets.optional.map(({ scope }) => scope)].join(','),
        response_type: 'code',
        // Asks again for what was declined the last time.
        auth_type: 'rerequest',
      }).toString();
      return outside(dialog).href;
    },

    authorize: async ({ code, redirectUri }) => {
      const configured = await requireApp();
      const short = await exchangeCode(graph, configured, code, redirectUri);
      const long = await longLivedToken(graph, configured, short.access_token);
      const granted = await grantedScopes(graph, long.access_token);
      const inspection = await inspect(graph, configured, long.access_token);
      const found = await assets.search(graph, long.access_token, tickedIn(inspection));
      const tokenExpiresAt = expiryOf(long, clock.now());
      return {
        missingScopes: assets.scopes.filter((scope) => !granted.has(scope)),
        assets: found.map((asset) => ({
          ...asset,
          token: tokenOf(assets, asset, long.access_token, tokenExpiresAt),
          tokenExpiresAt,
          ...limitedBy(assets, granted),
        })),
        personId: inspection.user_id,
      };
    },
  };
}

function limitedBy(
  { optional }: AssetSearch,
  granted: ReadonlySet<string>,
): Pick<AuthorizedAsset, 'limitations'> {
  const limitations = optional.filter(({ scope }) => !granted.has(scope)).map(({ limitation }) => limitation);
  return limitations.length > 0 ? { limitations } : {};
}

function exchangeCode(graph: GraphClient, app: MetaApp, code: string, redirectUri: string) {
  return graph.exchange(GrantedToken, '/oauth/access_token', {
    client_id: app.appId,
    client_secret: app.appSecret,
    // Byte for byte the address that the dialog was given.
    redirect_uri: redirectUri,
    code,
  });
}

/** The page's token outlives the person's, but reading ends when the person's access to data does. */
function tokenOf(
  { provider }: AssetSearch,
  { externalId, token }: SearchedAsset,
  userToken: string,
  tokenExpiresAt: Instant | null,
): string {
  if (token === '' || tokenExpiresAt === null) return token;
  return textOfToken({
    provider,
    accessToken: token,
    accessTokenExpiresAt: tokenExpiresAt,
    refreshToken: refreshTokenOf(externalId, userToken),
  });
}

async function grantedScopes(graph: GraphClient, userToken: string): Promise<ReadonlySet<string>> {
  const permissions = await Array.fromAsync(graph.list(Permission, '/me/permissions', userToken, {}));
  const granted = permissions.filter(({ status }) => status === 'granted');
  return new Set(granted.map(({ permission }) => permission));
}

async function inspect(
  graph: GraphClient,
  { appId, appSecret }: MetaApp,
  userToken: string,
): Promise<Inspection> {
  const params = { input_token: userToken };
  return (await graph.get(Inspection, '/debug_token', `${appId}|${appSecret}`, params)).data;
}

/** A scope without `target_ids` was granted for every asset of the person. */
function tickedIn({ granular_scopes: granular }: Inspection): IsTicked {
  return (scopePrefix, assetId) =>
    granular
      .filter(({ scope }) => scope.startsWith(scopePrefix))
      .every(({ target_ids: targets }) => targets === undefined || targets.includes(assetId));
}
