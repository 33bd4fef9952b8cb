import * as z from 'zod';
import type { DoSlice } from '../activity/run-slice.ts';
import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import { hasLiveLease, type Interaction } from '../interactions/interaction.ts';
import type { InteractionSummary } from '../interactions/interaction-summary.ts';
import type { InteractionStore, InteractionWrite } from '../interactions/ports.ts';
import { planWake } from '../kernel/due.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import type { WakeReply } from '../replies/ports.ts';
import { handedToPeople } from '../replies/transitions.ts';

/** A comment of up to a day is answered, and its reply waits for at most another one (AR-02, AR-10). */
const LongestWait = 2 * MillisecondsPerDay;
const PageLength = 100;
/** A count that people look at needs no more. */
const MostPagesCounted = 10;

export interface HeldReplies {
  count: number;
  /** False when there are more than were counted. */
  isComplete: boolean;
}

interface ListDeps {
  interactions: Pick<InteractionStore, 'page'>;
}

async function waitingPage(
  { interactions }: ListDeps,
  context: TenantContext,
  from: Instant,
  cursor?: string,
) {
  const filter = { status: 'reply_scheduled', from };
  const page = await interactions.page(context, filter, { limit: PageLength, cursor });
  return { items: page.items satisfies InteractionSummary[], cursor: page.cursor };
}

/** How many replies the kill switch holds (AR-18). */
export async function countHeldReplies(
  deps: ListDeps,
  context: TenantContext,
  now: Instant,
): Promise<HeldReplies> {
  const from = addMilliseconds(now, -LongestWait);
  let count = 0;
  let cursor: string | undefined;
  for (let page = 0; page < MostPagesCounted; page += 1) {
    const found = await waitingPage(deps, context, from, cursor);
    count += found.items.length;
    cursor = found.cursor;
    if (cursor === undefined) return { count, isComplete: true };
  }
  return { count, isComplete: false };
}

/** How far the walk over all held replies came. */
const WalkState = z.object({ from: z.string(), cursor: z.string().optional(), changed: z.int() });

export function heldRepliesWalk(now: Instant): z.infer<typeof WalkState> {
  return { from: addMilliseconds(now, -LongestWait), changed: 0 };
}

/** Hands every held reply to people; the comments stay theirs also when automation goes on (AR-18). */
export function dropHeldReplies(deps: ChangeDeps): DoSlice {
  return walk(deps, 'dropped', async (context, interactionId) => {
    const changed = await changeInteraction(deps, context, interactionId, (current) =>
      dropped(current, deps.clock.now()),
    );
    return changed !== undefined;
  });
}

function dropped(current: Interaction, now: Instant): InteractionWrite | undefined {
  const pending = current.pendingReply;
  if (pending?.origin.kind !== 'automation' || hasLiveLease(current, now)) return undefined;
  // What the platform did not confirm may be there in spite of the switch.
  const reason = pending.attempts > 0 ? 'may_be_answered' : 'dropped_by_person';
  return handedToPeople(current, pending, { reason, blockedBy: 'kill_switch' }, now);
}

/**
 * Wakes every reply that the kill switch held; what is overdue is posted at once after its recheck,
 * and what became too late goes to people there (AR-18).
 */
export function releaseHeldReplies(deps: ChangeDeps & { wakeReply: WakeReply }): DoSlice {
  return walk(deps, 'released', async (context, interactionId) => {
    const changed = await changeInteraction(deps, context, interactionId, (current) =>
      released(current, deps.clock.now()),
    );
    if (changed) await deps.wakeReply(context, interactionId, 0);
    return changed !== undefined;
  });
}

function released(current: Interaction, now: Instant): InteractionWrite | undefined {
  const pending = current.pendingReply;
  if (pending?.waitingFor !== 'automation_paused' || hasLiveLease(current, now)) return undefined;
  const { wakeAt } = planWake(now, now);
  return { interaction: { ...current, pendingReply: { ...pending, nextAt: now, wakeAt, waitingFor: null } } };
}

function walk(
  deps: ListDeps,
  counted: 'dropped' | 'released',
  change: (context: TenantContext, interactionId: string) => Promise<boolean>,
): DoSlice {
  return async (context, _job, given) => {
    const state = WalkState.parse(given);
    const page = await waitingPage(deps, context, state.from, state.cursor);
    const changes = await Promise.all(page.items.map(({ interactionId }) => change(context, interactionId)));
    const changed = state.changed + changes.filter(Boolean).length;
    return {
      state: { from: state.from, changed, ...(page.cursor && { cursor: page.cursor }) },
      result: page.cursor ? null : { [counted]: changed },
      doneParts: page.cursor ? [] : ['all'],
    };
  };
}
