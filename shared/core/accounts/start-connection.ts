import { sha256 } from '../kernel/digest.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, addSeconds, type Instant, MillisecondsPerHour } from '../kernel/time.ts';
import { codeVerifierOf } from './code-verifier.ts';
import type { ConnectionStore, PendingAuthorizationStore, Platforms } from './ports.ts';
import { callbackPathOf, type Provider } from './social-account.ts';

/** A state that comes back later than this is refused (CM-01). */
export const StateLifeSeconds = 600;

/** How long what was found stays choosable. */
const ConnectionLifeMilliseconds = MillisecondsPerHour;

export interface StartedConnection {
  connectionId: string;
  authorizeUrl: string;
  expiresAt: Instant;
  /** For the cookie that binds the walk to this browser. */
  sessionSecret: string;
}

export interface StartConnectionDeps {
  platforms: Platforms;
  connections: ConnectionStore;
  pending: PendingAuthorizationStore;
  newId: NewId;
  newSecret: () => string;
  publicUrl: string;
}

/**
 * Sends a member to the provider's dialog with a state that is used once, lives ten minutes, and is bound to the
 * organization, the member, the account type and the browser session (CM-01).
 */
export async function startConnection(
  deps: StartConnectionDeps,
  context: TenantContext,
  provider: Provider,
  now: Instant,
): Promise<StartedConnection> {
  const platform = deps.platforms[provider];
  if (!platform || !(await platform.authorizer.isConfigured())) throw notConfigured(provider);
  const connectionId = deps.newId('connection');
  const state = deps.newSecret();
  const sessionSecret = deps.newSecret();
  const memberId = memberOf(context);
  const redirectUri = `${deps.publicUrl}${callbackPathOf(provider)}`;
  const expiresAt = addSeconds(now, StateLifeSeconds);
  await deps.connections.save(context, {
    connectionId,
    provider,
    memberId,
    status: 'waiting',
    failure: null,
    missingScopes: [],
    assets: [],
    createdAt: now,
    expiresAt: addMilliseconds(now, ConnectionLifeMilliseconds),
  });
  await deps.pending.save({
    stateDigest: sha256(state),
    sessionDigest: sha256(sessionSecret),
    organizationId: context.organizationId,
    memberId,
    connectionId,
    provider,
    redirectUri,
    expiresAt,
  });
  const codeVerifier = codeVerifierOf(sessionSecret);
  const authorizeUrl = await platform.authorizer.dialogAddress({ state, redirectUri, codeVerifier });
  return { connectionId, authorizeUrl, expiresAt, sessionSecret };
}

/** What a person agrees to is that member's own, such as a connection until it is finished. @throws forbidden */
export function memberOf({ actor }: TenantContext): string {
  if (actor.kind !== 'member') {
    throw new AppError('forbidden', 'people_only', 'Only people may do this, not API tokens.');
  }
  return actor.memberId;
}

function notConfigured(provider: Provider): AppError {
  const message = `This stack has no app credentials for ${provider}. Its operators store them as docs/operations.md says.`;
  return new AppError('conflict', 'provider_not_configured', message);
}
