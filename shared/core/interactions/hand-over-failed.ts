import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { handedToPeople } from '../replies/transitions.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import { newInteraction } from './new-interaction.ts';
import type { Sighting } from './sighting.ts';
import { ensureBlockRecorded } from './store-news.ts';

const Reason = 'processing_failed';

/**
 * A comment that intake failed on too often reaches people all the same, without an analysis (design §4).
 * @throws AppError conflict `interaction_contended` when it could not be stored now
 */
export async function handOverSighting(
  deps: ChangeDeps,
  context: TenantContext,
  sighting: Sighting,
): Promise<void> {
  if (sighting.kind === 'removed') return;
  const interaction = newInteraction(sighting.interaction);
  if (!interaction.isFromOwner) {
    interaction.status = 'manual';
    interaction.manualReason = { code: Reason, detail: null, since: deps.clock.now() };
  }
  if (await deps.interactions.create(context, { interaction })) return;
  const { interactionId } = interaction;
  const known = (await deps.interactions.known(context, [interactionId])).get(interactionId);
  // Another write was in the way, and may not have had its effect: the message must come again.
  if (!known)
    throw new AppError('conflict', 'interaction_contended', `${interactionId} could not be stored.`);
  await ensureBlockRecorded(deps, context, known);
}

/** A reply that failed too often goes to people, who are told when it may have been published all the same. */
export async function handOverReply(
  deps: ChangeDeps,
  context: TenantContext,
  interactionId: string,
): Promise<void> {
  await changeInteraction(deps, context, interactionId, (current) => {
    const pending = current.pendingReply;
    if (!pending) return undefined;
    const reason = pending.state === 'uncertain' ? 'may_be_answered' : Reason;
    return handedToPeople(current, pending, { reason }, deps.clock.now());
  });
}
