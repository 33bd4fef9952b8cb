import type { PlatformReader } from '../content/ports.ts';
import { LongestQueueDelaySeconds } from '../kernel/due.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import {
  addMilliseconds,
  addSeconds,
  type Clock,
  type Instant,
  MillisecondsPerHour,
  millisecondsBetween,
} from '../kernel/time.ts';
import { type AccountHealth, checkHealth, type InspectAccount } from './account-health.ts';
import type { AccountChanges, AccountStore, RequestSync, TokenVault } from './ports.ts';
import { isProviderError, type ProviderError } from './provider-error.ts';
import { type ReadDeps, readAccount } from './read-account.ts';
import type { Provider, SocialAccount } from './social-account.ts';
import type { SyncReport } from './sync-report.ts';
import {
  backoffMilliseconds,
  finished,
  nextRun,
  SyncEveryMilliseconds,
  type SyncRun,
  type SyncState,
  type SyncStateStore,
} from './sync-state.ts';

/** A pass holds its lease a little longer than its function can run. */
const LeaseMarginSeconds = 10;

/** Messages arrive a moment before their time. */
const EarlyMilliseconds = 2_000;

export type SyncOutcome =
  | 'not_due'
  | 'busy'
  | 'finished'
  | 'to_be_continued'
  | 'deferred'
  | 'needs_reconnect';

interface Deps extends Omit<ReadDeps, 'reader'> {
  accounts: AccountStore;
  states: SyncStateStore;
  vault: TokenVault;
  readers: Partial<Record<Provider, PlatformReader>>;
  inspectors: Partial<Record<Provider, InspectAccount>>;
  requestSync: RequestSync;
  newSecret: () => string;
  clock: Clock;
  remainingMilliseconds: () => number;
}

/**
 * One pass over one account, if it is due and no other is running: goes on where an interrupted one stopped,
 * and always leaves the time of the next (CM-11).
 */
export async function syncAccount(
  deps: Deps,
  context: TenantContext,
  accountId: string,
): Promise<SyncOutcome> {
  const now = deps.clock.now();
  const account = await deps.accounts.find(context, accountId);
  const reader = account && deps.readers[account.provider];
  if (!account || !reader || !isDue(account, now)) return 'not_due';
  const token = deps.newSecret();
  const leaseSeconds = Math.ceil(deps.remainingMilliseconds() / 1_000) + LeaseMarginSeconds;
  const until = addSeconds(now, leaseSeconds);
  const state = await deps.states.lease({ context, accountId, token, now, until });
  if (!state) return 'busy';
  const run = nextRun(state, now);
  try {
    const accessToken = await deps.vault.open(context, accountId);
    const noteProgress = (report: SyncReport) => deps.accounts.note(context, accountId, { lastSync: report });
    const reading = { account, token: accessToken, state, run, leaseToken: token, noteProgress };
    const isComplete = await readAccount({ ...deps, reader }, context, reading);
    if (!isComplete) return await interrupt(deps, context, state, run, token);
    const inspect = deps.inspectors[account.provider];
    const health = run.isFull
      ? await checkHealth(inspect, account, accessToken, deps.clock.now())
      : undefined;
    return await finish(deps, context, { state, run, token }, health);
  } catch (error) {
    if (!isProviderError(error)) throw error;
    return await giveWay(deps, context, { state, run, token }, error);
  }
}

function isDue(account: SocialAccount, now: Instant): boolean {
  const soon = addMilliseconds(now, EarlyMilliseconds);
  return account.status === 'active' && account.nextAt !== null && account.nextAt <= soon;
}

/** Once a day, with the pass that reads everything, the account's health is told too. */
async function finish(
  deps: Deps,
  context: TenantContext,
  { state, run, token }: Pass,
  health: AccountHealth | undefined,
): Promise<SyncOutcome> {
  const now = deps.clock.now();
  await deps.accounts.note(context, state.accountId, {
    lastSyncedAt: now,
    lastSync: { ...run.report, finishedAt: now },
    ...(health && { health }),
    nextAt: addMilliseconds(now, SyncEveryMilliseconds),
  });
  await deps.states.save(context, { ...finished(state, run), lease: null }, token);
  return 'finished';
}

/** The function's time is nearly over: another message goes on. */
async function interrupt(
  deps: Deps,
  context: TenantContext,
  state: SyncState,
  run: SyncRun,
  token: string,
): Promise<SyncOutcome> {
  await deps.states.save(context, { ...state, run, lease: null }, token);
  await deps.accounts.note(context, state.accountId, { lastSync: run.report, nextAt: deps.clock.now() });
  await deps.requestSync(context, state.accountId);
  return 'to_be_continued';
}

interface Pass {
  state: SyncState;
  run: SyncRun;
  token: string;
}

/** What the platform refuses is waited for, or told to the account's members; the run stays to be gone on with. */
async function giveWay(
  deps: Deps,
  context: TenantContext,
  { state, run, token }: Pass,
  error: ProviderError,
): Promise<SyncOutcome> {
  const failures = state.failures + 1;
  await deps.states.save(context, { ...state, run, failures, lease: null }, token);
  const changes = afterRefusal(error, failures, deps.clock.now());
  if (changes.status) await deps.accounts.update(context, state.accountId, changes);
  else await deps.accounts.note(context, state.accountId, { ...changes, lastSync: run.report });
  if (!changes.status && changes.nextAt) await wakeAt(deps, context, state.accountId, changes.nextAt);
  return changes.status ? 'needs_reconnect' : 'deferred';
}

/** A short wait ends with a message of its own; a longer one with the schedule that reads all accounts. */
async function wakeAt(deps: Deps, context: TenantContext, accountId: string, nextAt: Instant): Promise<void> {
  const seconds = Math.ceil(millisecondsBetween(deps.clock.now(), nextAt) / 1_000);
  if (seconds <= LongestQueueDelaySeconds) await deps.requestSync(context, accountId, seconds);
}

/** A rejected token pauses the account until it is reconnected; a spent budget waits for it; all else backs off. */
export function afterRefusal(error: ProviderError, failures: number, now: Instant): AccountChanges {
  if (error.failure === 'token_rejected' || error.failure === 'permission_missing') {
    return { status: 'needs_reconnect', statusReason: error.message, nextAt: null };
  }
  if (error.failure === 'throttled') {
    const seconds = error.retryAfterSeconds ?? MillisecondsPerHour / 1_000;
    return { nextAt: addSeconds(now, seconds) };
  }
  return { nextAt: addMilliseconds(now, backoffMilliseconds(failures)) };
}
