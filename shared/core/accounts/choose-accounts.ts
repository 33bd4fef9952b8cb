import { notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { accountIdOf } from './account-id.ts';
import type { PersonDirectory } from './authorizing-person.ts';
import type { AssetGap, Connection, FoundAsset } from './connection.ts';
import type {
  AccountStore,
  AssetConnector,
  ConnectionStore,
  PlatformAssetDirectory,
  Platforms,
  RequestSync,
  TokenVault,
} from './ports.ts';
import { isProviderError } from './provider-error.ts';
import { type ChannelType, familyOf, type SocialAccount } from './social-account.ts';
import { memberOf } from './start-connection.ts';

export interface ChooseAccountsDeps {
  platforms: Platforms;
  connections: ConnectionStore;
  accounts: AccountStore;
  assets: PlatformAssetDirectory;
  vault: TokenVault;
  requestSync: RequestSync;
  persons: Pick<PersonDirectory, 'note'>;
}

export type Choice =
  | { asset: FoundAsset; kind: 'connected'; account: SocialAccount }
  | { asset: FoundAsset; kind: 'refused'; gap: AssetGap };

/**
 * Connects the chosen assets of a finished dialog, each for itself: it must lack nothing, belong to no other
 * organization, and its token must really reach it; then it is subscribed, stored, and read for the first time (CM-01).
 */
export async function chooseAccounts(
  deps: ChooseAccountsDeps,
  context: TenantContext,
  input: { connectionId: string; externalIds: readonly string[]; channelType: ChannelType },
  now: Instant,
): Promise<Choice[]> {
  const connection = await requireConnection(deps.connections, context, input.connectionId, now);
  const chosen = input.externalIds.map((externalId) => {
    const asset = connection.assets.find((candidate) => candidate.externalId === externalId);
    if (!asset) throw notFound(`The page ${externalId} of this connection`);
    return asset;
  });
  return Promise.all(
    chosen.map((asset) => connect(deps, context, connection, asset, input.channelType, now)),
  );
}

/** Another member's connection answers like a missing one. */
export async function requireConnection(
  connections: ConnectionStore,
  context: TenantContext,
  connectionId: string,
  now: Instant,
): Promise<Connection> {
  const connection = await connections.find(context, connectionId);
  const isMine = connection?.memberId === memberOf(context) && connection.expiresAt > now;
  if (!connection || !isMine) throw notFound('The connection');
  return connection;
}

async function connect(
  deps: ChooseAccountsDeps,
  context: TenantContext,
  { provider, personId }: Connection,
  asset: FoundAsset,
  channelType: ChannelType,
  now: Instant,
): Promise<Choice> {
  const platform = deps.platforms[provider];
  const [gap] = asset.gaps;
  if (!platform || gap) return { asset, kind: 'refused', gap: gap ?? 'unreachable' };
  const { externalId, sealedToken } = asset;
  const accountId = accountIdOf(context, provider, externalId);
  const token = await deps.vault.unseal(context, accountId, sealedToken);
  if (!(await reaches(platform.connector, externalId, token)))
    return { asset, kind: 'refused', gap: 'unreachable' };
  const owner = { organizationId: context.organizationId, accountId };
  if (!(await deps.assets.claim(provider, externalId, owner))) {
    return { asset, kind: 'refused', gap: 'connected_elsewhere' };
  }
  await platform.connector.subscribe(externalId, token);
  const known = await deps.accounts.find(context, accountId);
  const account = connectedAccount(known, {
    ...asset,
    accountId,
    provider,
    channelType,
    connectedAt: now,
    connectedBy: memberOf(context),
    ...(personId !== undefined && { authorizedBy: personId }),
  });
  if (personId !== undefined) await deps.persons.note({ family: familyOf(provider), personId }, owner);
  await deps.accounts.connect(context, account, sealedToken);
  await deps.requestSync(context, accountId);
  return { asset, kind: 'connected', account };
}

async function reaches(connector: AssetConnector, externalId: string, token: string): Promise<boolean> {
  try {
    await connector.verify(externalId, token);
    return true;
  } catch (error) {
    if (isProviderError(error, 'permission_missing', 'token_rejected', 'gone', 'invalid_request'))
      return false;
    throw error;
  }
}

type Connecting = Pick<
  SocialAccount,
  | 'accountId'
  | 'provider'
  | 'externalId'
  | 'name'
  | 'avatarUrl'
  | 'channelType'
  | 'limitations'
  | 'tokenExpiresAt'
  | 'connectedAt'
  | 'connectedBy'
  | 'authorizedBy'
>;

/** An account that is connected again keeps its history; what was switched on stays on since then. */
export function connectedAccount(known: SocialAccount | undefined, connecting: Connecting): SocialAccount {
  const {
    accountId,
    provider,
    externalId,
    name,
    avatarUrl,
    channelType,
    limitations,
    tokenExpiresAt,
    connectedAt,
    connectedBy,
    authorizedBy,
  } = connecting;
  return {
    accountId,
    provider,
    externalId,
    name,
    avatarUrl,
    channelType,
    status: 'active',
    statusReason: null,
    ...(limitations && { limitations }),
    automationEnabledAt: known ? known.automationEnabledAt : connectedAt,
    automationConsentAt: known?.automationConsentAt,
    automationConsentBy: known?.automationConsentBy,
    tokenExpiresAt,
    lastSyncedAt: known?.lastSyncedAt ?? null,
    lastSync: known?.lastSync ?? null,
    nextAt: connectedAt,
    connectedAt,
    connectedBy,
    ...(authorizedBy !== undefined && { authorizedBy }),
    version: (known?.version ?? 0) + 1,
  };
}
