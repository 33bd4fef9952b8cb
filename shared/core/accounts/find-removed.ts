import { MostWatchedIds, type ReadingLedgerStore, vanishedSince } from '../content/reading-ledger.ts';
import { interactionIdOf } from '../interactions/captured-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionStore } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import type { PlatformReplies } from '../replies/platform.ts';
import type { Capture } from './receive-events.ts';
import type { SocialAccount } from './social-account.ts';

export interface RemovalDeps {
  ledgers: ReadingLedgerStore;
  interactions: Pick<InteractionStore, 'known'>;
  look: PlatformReplies['look'];
  capture: (captures: readonly Capture[]) => Promise<void>;
  clock: Clock;
}

/** Each costs calls; the others of a post stay on its ledger for the next complete reading. */
const MostLooks = 20;

interface CompleteReading {
  contentId: string;
  readIds: ReadonlySet<string>;
}

/**
 * Finds what was deleted on the platform without a word to us: what a complete reading no longer shows, and what is
 * certainly gone when it is looked at (CM-11).
 * @returns how many were removed.
 */
export async function findRemoved(
  deps: RemovalDeps,
  context: TenantContext,
  account: SocialAccount,
  { contentId, readIds }: CompleteReading,
): Promise<number> {
  const vanished = vanishedSince(await deps.ledgers.find(context, contentId), readIds);
  const removed: string[] = [];
  const unclear: string[] = [];
  for (const interaction of await storedOf(deps, context, account, vanished.slice(0, MostLooks))) {
    const target = { ...interaction, authorExternalId: interaction.author.externalId };
    const look = await deps.look(context, account, target);
    (look.kind === 'gone' ? removed : unclear).push(interaction.externalId);
  }
  const now = deps.clock.now();
  await captureRemovals(deps, context, account, removed, now);
  // Those that were not looked at yet stand first, so that each has its turn.
  const watched = [...readIds, ...vanished.slice(MostLooks), ...unclear];
  await deps.ledgers.save(context, { contentId, readAt: now, externalIds: watched.slice(0, MostWatchedIds) });
  return removed.length;
}

async function captureRemovals(
  { capture }: RemovalDeps,
  { organizationId }: TenantContext,
  { provider, accountId }: SocialAccount,
  externalIds: readonly string[],
  removedAt: Instant,
): Promise<void> {
  if (externalIds.length === 0) return;
  await capture(
    externalIds.map((externalId): Capture => {
      const removal = { provider, accountId, externalId, removedAt };
      return { kind: 'removed', organizationId, removal };
    }),
  );
}

async function storedOf(
  deps: RemovalDeps,
  context: TenantContext,
  { provider, accountId }: SocialAccount,
  externalIds: readonly string[],
): Promise<Interaction[]> {
  if (externalIds.length === 0) return [];
  const ids = externalIds.map((externalId) => interactionIdOf({ provider, accountId, externalId }));
  const known = await deps.interactions.known(context, ids);
  return [...known.values()].filter((one) => one !== 'removed').filter(({ status }) => status !== 'deleted');
}
