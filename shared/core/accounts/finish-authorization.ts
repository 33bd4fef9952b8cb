import { sha256 } from '../kernel/digest.ts';
import { systemContext, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { accountIdOf } from './account-id.ts';
import { codeVerifierOf } from './code-verifier.ts';
import type { Connection, ConnectionFailure, FoundAsset } from './connection.ts';
import type {
  Authorization,
  AuthorizedAsset,
  ConnectionStore,
  PendingAuthorization,
  PendingAuthorizationStore,
  PlatformAssetDirectory,
  Platforms,
  TokenVault,
} from './ports.ts';
import { isProviderError } from './provider-error.ts';

export interface FinishAuthorizationDeps {
  platforms: Platforms;
  connections: ConnectionStore;
  pending: PendingAuthorizationStore;
  assets: PlatformAssetDirectory;
  vault: TokenVault;
}

/** What the provider's redirect brought along, and the cookie of the browser that brought it. */
export interface Callback {
  state: string;
  code: string | undefined;
  error: string | undefined;
  sessionSecret: string | undefined;
}

/** `connectionId` is null when the state told nothing that can be trusted. */
export interface FinishedAuthorization {
  connectionId: string | null;
  failure: ConnectionFailure | null;
}

/**
 * Takes the provider's answer: the state is used up first, then the code is exchanged, and what was found is kept
 * for the member to choose from, with every token encrypted for the account that it may become (CM-01, CM-02).
 */
export async function finishAuthorization(
  deps: FinishAuthorizationDeps,
  callback: Callback,
  now: Instant,
): Promise<FinishedAuthorization> {
  const { state, sessionSecret } = callback;
  if (!state || !sessionSecret) return { connectionId: null, failure: 'state_invalid' };
  const pending = await deps.pending.take(sha256(state), sha256(sessionSecret), now);
  if (!pending) return { connectionId: null, failure: 'state_invalid' };
  const context = systemContext(pending.organizationId);
  const connection = await deps.connections.find(context, pending.connectionId);
  if (!connection) return { connectionId: null, failure: 'state_invalid' };
  const answer = { ...callback, codeVerifier: codeVerifierOf(sessionSecret) };
  const finished = await judged(deps, context, connection, pending, answer, now);
  await deps.connections.save(context, finished);
  return { connectionId: finished.connectionId, failure: finished.failure };
}

async function judged(
  deps: FinishAuthorizationDeps,
  context: TenantContext,
  connection: Connection,
  pending: PendingAuthorization,
  { code, error, codeVerifier }: Callback & { codeVerifier: string },
  now: Instant,
): Promise<Connection> {
  if (pending.expiresAt <= now) return failed(connection, 'state_expired');
  if (error !== undefined)
    return failed(connection, error === 'access_denied' ? 'denied' : 'provider_failed');
  const authorizer = deps.platforms[pending.provider]?.authorizer;
  if (code === undefined || !authorizer) return failed(connection, 'provider_failed');
  try {
    const { redirectUri } = pending;
    const authorization = await authorizer.authorize({ code, redirectUri, codeVerifier });
    return await found(deps, context, connection, authorization);
  } catch (failure) {
    // What the provider did not complete is told to the person; anything else is our own fault and stays one.
    if (isProviderError(failure)) return failed(connection, 'provider_failed');
    throw failure;
  }
}

async function found(
  deps: FinishAuthorizationDeps,
  context: TenantContext,
  connection: Connection,
  { missingScopes, assets, personId }: Authorization,
): Promise<Connection> {
  if (missingScopes.length > 0) return { ...failed(connection, 'missing_scope'), missingScopes };
  if (assets.length === 0) return failed(connection, 'no_asset');
  const foundAssets = await Promise.all(assets.map((asset) => foundAsset(deps, context, connection, asset)));
  const person = personId !== undefined && { personId };
  return { ...connection, status: 'ready', failure: null, assets: foundAssets, ...person };
}

async function foundAsset(
  deps: FinishAuthorizationDeps,
  context: TenantContext,
  { provider }: Connection,
  asset: AuthorizedAsset,
): Promise<FoundAsset> {
  const { externalId, name, avatarUrl, token, tokenExpiresAt, gaps, limitations } = asset;
  const accountId = accountIdOf(context, provider, externalId);
  const owner = await deps.assets.ownerOf(provider, externalId);
  const isElsewhere = owner !== undefined && owner.organizationId !== context.organizationId;
  return {
    externalId,
    name,
    avatarUrl,
    gaps: isElsewhere ? [...gaps, 'connected_elsewhere'] : gaps,
    ...(limitations && { limitations }),
    sealedToken: await deps.vault.seal(context, accountId, token),
    tokenExpiresAt,
  };
}

function failed(connection: Connection, failure: ConnectionFailure): Connection {
  return { ...connection, status: 'failed', failure };
}
