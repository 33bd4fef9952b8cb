import * as z from 'zod';
import type { AuthorizedAsset, Authorizer } from '../../core/accounts/ports.ts';
import { addSeconds, type Clock, type Instant } from '../../core/kernel/time.ts';
import type { OutsideAddress } from '../http/outside.ts';
import { type GraphClient, GraphVersion, type MetaApp } from './graph-client.ts';

/** What Earshot cannot do without on a page. */
const PageScopes = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_metadata',
] as const;

const Token = z.object({ access_token: z.string(), expires_in: z.number().optional() });
const Permission = z.object({ permission: z.string(), status: z.string() });
const ManagedPage = z.object({
  id: z.string(),
  name: z.string(),
  access_token: z.string().optional(),
  tasks: z.array(z.string()).optional(),
});
type ManagedPage = z.infer<typeof ManagedPage>;
const Inspection = z.object({
  data: z.object({
    is_valid: z.boolean(),
    expires_at: z.number().default(0),
    scopes: z.array(z.string()).default([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() }))
      .default([]),
  }),
});
type Inspection = z.infer<typeof Inspection>['data'];

interface MetaAuthorizerOptions {
  graph: GraphClient;
  app: () => Promise<MetaApp | undefined>;
  outside: OutsideAddress;
  clock: Clock;
}

/** Facebook Login by hand: dialog, code, long-lived token, and the pages that it reaches. */
export function metaAuthorizer({ graph, app, outside, clock }: MetaAuthorizerOptions): Authorizer {
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
        scope: PageScopes.join(','),
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
      const found = await findPages(graph, configured, long.access_token);
      const tokenExpiresAt = expiryOf(long, clock.now());
      return {
        missingScopes: PageScopes.filter((scope) => !found.granted.has(scope)),
        assets: found.pages.map((page) => ({
          ...assetOf(page, found.inspection),
          // The page's token outlives the person's, but reading ends when the person's access to data does.
          tokenExpiresAt,
        })),
      };
    },
  };
}

function exchangeCode(graph: GraphClient, app: MetaApp, code: string, redirectUri: string) {
  return graph.exchange(Token, '/oauth/access_token', {
    client_id: app.appId,
    client_secret: app.appSecret,
    // Byte for byte the address that the dialog was given.
    redirect_uri: redirectUri,
    code,
  });
}

function longLivedToken(graph: GraphClient, app: MetaApp, shortToken: string) {
  return graph.exchange(Token, '/oauth/access_token', {
    grant_type: 'fb_exchange_token',
    client_id: app.appId,
    client_secret: app.appSecret,
    fb_exchange_token: shortToken,
  });
}

function expiryOf({ expires_in: seconds }: z.infer<typeof Token>, now: Instant): Instant | null {
  return seconds === undefined ? null : addSeconds(now, seconds);
}

interface Found {
  granted: ReadonlySet<string>;
  inspection: Inspection;
  pages: ManagedPage[];
}

async function findPages(
  graph: GraphClient,
  { appId, appSecret }: MetaApp,
  userToken: string,
): Promise<Found> {
  const inspection = await graph.get(Inspection, '/debug_token', `${appId}|${appSecret}`, {
    input_token: userToken,
  });
  const permissions = await Array.fromAsync(graph.list(Permission, '/me/permissions', userToken, {}));
  const granted = permissions.filter(({ status }) => status === 'granted');
  const fields = 'id,name,access_token,tasks';
  const pages = graph.list(ManagedPage, '/me/accounts', userToken, { fields, limit: '100' });
  return {
    granted: new Set(granted.map(({ permission }) => permission)),
    inspection: inspection.data,
    pages: await Array.fromAsync(pages),
  };
}

function assetOf(page: ManagedPage, inspection: Inspection) {
  const isModerator = page.tasks === undefined || page.tasks.includes('MODERATE');
  const isTicked = page.access_token !== undefined && isTickedIn(inspection, page.id);
  const gaps: AuthorizedAsset['gaps'] = [];
  if (!isTicked) gaps.push('not_ticked');
  if (!isModerator) gaps.push('no_moderation');
  return {
    externalId: page.id,
    name: page.name,
    avatarUrl: `https://graph.facebook.com/${page.id}/picture`,
    token: page.access_token ?? '',
    gaps,
  };
}

/** A scope without `target_ids` was granted for every page of the person. */
function isTickedIn({ granular_scopes: granular }: Inspection, pageId: string): boolean {
  return granular
    .filter(({ scope }) => scope.startsWith('pages_'))
    .every(({ target_ids: targets }) => targets === undefined || targets.includes(pageId));
}
