import { interactionIdOf } from '../interactions/captured-interaction.ts';
import type { ChangeDeps } from '../interactions/change-interaction.ts';
import type { Sighting } from '../interactions/sighting.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { closeAnsweredMessages } from './close-answered-messages.ts';
import type { ConversationStore } from './ports.ts';
import { recordedMessage } from './recorded-message.ts';

export interface FollowDeps extends ChangeDeps {
  conversations: Pick<ConversationStore, 'record' | 'messages'>;
}

/**
 * Gives a message that was taken in its place in its conversation. Called again for every redelivery, so that a crash
 * between the two writes heals; the stored interaction says where the message stands.
 */
export async function followConversation(
  deps: FollowDeps,
  context: TenantContext,
  sighting: Sighting,
): Promise<void> {
  if (sighting.kind !== 'seen' || !sighting.interaction.participant) return;
  const stored = await deps.interactions.find(context, interactionIdOf(sighting.interaction));
  const recorded = stored && recordedMessage(stored, null);
  if (!recorded) return;
  await deps.conversations.record(context, recorded);
  if (stored.isFromOwner) await closeAnsweredMessages(deps, context, stored, null);
}
