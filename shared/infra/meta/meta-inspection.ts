import * as z from 'zod';
import { endsSoon, type HealthFinding, type InspectAccount } from '../../core/accounts/account-health.ts';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import { toInstant } from '../../core/kernel/time.ts';
import type { GraphClient, MetaApp } from './graph-client.ts';

const Inspection = z.object({
  data: z.object({
    is_valid: z.boolean(),
    error: z.object({ message: z.string() }).optional(),
    scopes: z.array(z.string()).default([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() }))
      .default([]),
    /** Seconds; after it reads fail or come back empty until the person agrees again. */
    data_access_expires_at: z.number().optional(),
  }),
});
type Inspection = z.infer<typeof Inspection>['data'];

const SubscribedApp = z.object({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) });

interface Options {
  graph: GraphClient;
  requireApp: () => Promise<MetaApp>;
  /** What Earshot cannot do without. */
  scopes: readonly string[];
  /** The scopes that are granted for single pages, or single Instagram accounts, begin so. */
  assetScopePrefix: 'pages_' | 'instagram_';
}

/** What Meta says of the token of a page, and whether the page still tells us what happens. */
export function metaInspection({ graph, requireApp, scopes, assetScopePrefix }: Options): InspectAccount {
  return async (account, token, now) => {
    const { appId, appSecret } = await requireApp();
    const params = { input_token: token };
    const { data } = await graph.get(Inspection, '/debug_token', `${appId}|${appSecret}`, params);
    if (!data.is_valid) return [invalid(data)];
    const subscribed = await Array.fromAsync(graph.list(SubscribedApp, '/me/subscribed_apps', token, {}));
    return [
      ...scopeFindings(data, scopes),
      ...assetFindings(data, account, assetScopePrefix),
      ...accessFindings(data, now),
      ...(subscribed.length === 0 ? [unsubscribed(account)] : []),
    ];
  };
}

function invalid({ error }: Inspection): HealthFinding {
  const message = `Meta no longer accepts the token${error ? ` (${error.message})` : ''}. Connect the account again.`;
  return { code: 'token_invalid', severity: 'error', message };
}

function scopeFindings({ scopes: granted }: Inspection, needed: readonly string[]): HealthFinding[] {
  return needed
    .filter((scope) => !granted.includes(scope))
    .map((scope) => ({
      code: 'scope_missing',
      severity: 'error',
      message: `The permission ${scope} is missing. Connect the account again and leave all permissions on.`,
    }));
}

function assetFindings(
  { granular_scopes: granular }: Inspection,
  { name, provider, externalId }: SocialAccount,
  prefix: string,
): HealthFinding[] {
  const isTicked = granular
    .filter(({ scope }) => scope.startsWith(prefix))
    .every(({ target_ids: targets }) => targets === undefined || targets.includes(externalId));
  if (isTicked) return [];
  const what = provider === 'facebook' ? 'Page' : 'The account';
  const message = `${what} “${name}” was not ticked in the dialog. Connect it again and tick it.`;
  return [{ code: 'asset_not_granted', severity: 'error', message }];
}

function accessFindings({ data_access_expires_at: seconds }: Inspection, now: string): HealthFinding[] {
  if (!seconds) return [];
  return endsSoon('access_ends', 'The access to data that the person gave', toInstant(seconds * 1_000), now);
}

function unsubscribed({ name }: SocialAccount): HealthFinding {
  const message = `Meta does not tell Earshot what happens on “${name}”; comments come only with the sync. Connect the account again.`;
  return { code: 'webhook_missing', severity: 'warning', message };
}
