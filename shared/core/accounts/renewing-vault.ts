import type { TenantContext } from '../kernel/tenant-context.ts';
import {
  addMilliseconds,
  addSeconds,
  type Clock,
  type Instant,
  MillisecondsPerDay,
  MillisecondsPerMinute,
} from '../kernel/time.ts';
import type { TokenVault } from './ports.ts';
import { ProviderError } from './provider-error.ts';
import { type RenewableToken, renewableTokenOf, textOfToken } from './renewable-token.ts';
import type { Provider } from './social-account.ts';

/** A token that ends within this time is renewed before it is used. */
const MarginMilliseconds = 5 * MillisecondsPerMinute;

/** Meta's can be renewed only while it lives, and lives for 60 days: every pass of an account tries from then on. */
const EarlyMilliseconds = 10 * MillisecondsPerDay;
const RenewedEarly: ReadonlySet<Provider> = new Set(['facebook', 'instagram']);

/** Longer than a provider may take to answer. */
const LeaseSeconds = 30;
const LongestWaitMilliseconds = 12_000;
const LookAgainMilliseconds = 300;

export interface StoredToken {
  text: string;
  /** Changes with every text that is stored. */
  revision: string;
}

/** The vault's own side of a renewal: one renewer at a time, and only its holder replaces the token (CM-03). */
export interface TokenRenewals {
  /** @throws ProviderError `token_rejected` when nothing is stored any more. */
  read(context: TenantContext, accountId: string): Promise<StoredToken>;
  /** False while another holds it, or when the token is not the one that was read. */
  lease(context: TenantContext, accountId: string, request: TokenLease): Promise<boolean>;
  /** Stores the renewed token and ends the lease; false when another token was stored meanwhile. */
  replace(context: TenantContext, accountId: string, holder: string, text: string): Promise<boolean>;
  release(context: TenantContext, accountId: string, holder: string): Promise<void>;
}

export interface TokenLease {
  revision: string;
  holder: string;
  now: Instant;
  until: Instant;
}

/** Asks the provider for a new token. @throws ProviderError `token_rejected` when it takes the old one no more. */
export type RenewToken = (refreshToken: string) => Promise<RenewableToken>;

interface Deps {
  vault: TokenVault;
  renewals: TokenRenewals;
  renewers: Partial<Record<Provider, RenewToken>>;
  /** Told of a token that was renewed early: people see when their account's access ends. */
  onRenewedEarly?: (context: TenantContext, accountId: string, expiresAt: Instant) => Promise<void>;
  newSecret: () => string;
  clock: Clock;
  wait: (milliseconds: number) => Promise<unknown>;
}

/**
 * Opens tokens ready to be used: one that ends soon is renewed first, by one caller at a time, and the renewed one is
 * stored before anybody uses it, as many providers end the old one with it (CM-03).
 */
export function renewingVault(deps: Deps): TokenVault {
  const { vault } = deps;
  return {
    seal: async (context, accountId, text) =>
      vault.seal(context, accountId, await withStoredRefreshToken(deps, context, accountId, text)),
    unseal: async (context, accountId, sealed) =>
      accessTokenOf(await vault.unseal(context, accountId, sealed)),
    open: (context, accountId) => openFresh(deps, context, accountId),
    delete: vault.delete,
  };
}

function accessTokenOf(text: string): string {
  return renewableTokenOf(text)?.accessToken ?? text;
}

/** Some providers hand out a refresh token at the first consent only: connecting again must not lose it. */
async function withStoredRefreshToken(
  { renewals }: Deps,
  context: TenantContext,
  accountId: string,
  text: string,
): Promise<string> {
  const token = renewableTokenOf(text);
  if (!token || token.refreshToken !== null) return text;
  try {
    const stored = renewableTokenOf((await renewals.read(context, accountId)).text);
    return textOfToken({ ...token, refreshToken: stored?.refreshToken ?? null });
  } catch (error) {
    if (error instanceof ProviderError) return text;
    throw error;
  }
}

async function openFresh(deps: Deps, context: TenantContext, accountId: string): Promise<string> {
  const { clock, renewals, newSecret, wait } = deps;
  const giveUpAt = addMilliseconds(clock.now(), LongestWaitMilliseconds);
  for (;;) {
    const stored = await renewals.read(context, accountId);
    const token = renewableTokenOf(stored.text);
    if (!token) return stored.text;
    const now = clock.now();
    if (token.accessTokenExpiresAt > addMilliseconds(now, marginOf(token))) return token.accessToken;
    const isUsable = token.accessTokenExpiresAt > addMilliseconds(now, MarginMilliseconds);
    const holder = newSecret();
    const lease = { revision: stored.revision, holder, now, until: addSeconds(now, LeaseSeconds) };
    if (await renewals.lease(context, accountId, lease)) {
      const renewed = await renewAndStore(deps, context, accountId, token, holder).catch((error: unknown) => {
        // There is time to try again; a token that was taken away is refused where it is used.
        if (isUsable && error instanceof ProviderError) return token;
        throw error;
      });
      // As long as it is: a provider whose access ends within the margin would be asked again and again.
      if (renewed) return renewed.accessToken;
    } else {
      if (isUsable) return token.accessToken;
      if (now >= giveUpAt) throw new ProviderError('unreachable', 'The access is still being renewed.');
      await wait(LookAgainMilliseconds);
    }
  }
}

function marginOf({ provider }: RenewableToken): number {
  return RenewedEarly.has(provider) ? EarlyMilliseconds : MarginMilliseconds;
}

/** Undefined when the account was connected anew meanwhile: that token is newer and stays. */
async function renewAndStore(
  { renewals, renewers, onRenewedEarly }: Deps,
  context: TenantContext,
  accountId: string,
  token: RenewableToken,
  holder: string,
): Promise<RenewableToken | undefined> {
  try {
    const renewed = await renew(renewers[token.provider], token);
    const isStored = await renewals.replace(context, accountId, holder, textOfToken(renewed));
    if (isStored && RenewedEarly.has(token.provider)) {
      await onRenewedEarly?.(context, accountId, renewed.accessTokenExpiresAt);
    }
    return isStored ? renewed : undefined;
  } catch (error) {
    await renewals.release(context, accountId, holder);
    throw error;
  }
}

async function renew(
  renewToken: RenewToken | undefined,
  { provider, refreshToken }: RenewableToken,
): Promise<RenewableToken> {
  if (!renewToken || refreshToken === null) {
    throw new ProviderError(
      'token_rejected',
      `The access to ${provider} has ended. Connect the account again.`,
    );
  }
  const renewed = await renewToken(refreshToken);
  return { ...renewed, refreshToken: renewed.refreshToken ?? refreshToken };
}
