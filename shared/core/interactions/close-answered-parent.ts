import type { TenantContext } from '../kernel/tenant-context.ts';
import type { PublishedReply } from '../replies/pending-reply.ts';
import { answeredElsewhere } from '../replies/transitions.ts';
import { interactionIdOf } from './captured-interaction.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import { hasLiveLease, type Interaction } from './interaction.ts';

/**
 * Closes what the account's owner answered on the platform itself (AR-13).
 * Our own replies come back as such answers, too: while one may be on its way, nothing is concluded.
 */
export async function closeAnsweredParent(
  deps: ChangeDeps,
  context: TenantContext,
  answer: Interaction,
): Promise<void> {
  const { provider, accountId, parentExternalId, text, commentedAt, externalId } = answer;
  if (parentExternalId === null) return;
  const parentId = interactionIdOf({ provider, accountId, externalId: parentExternalId });
  await changeInteraction(deps, context, parentId, (parent) => {
    const now = deps.clock.now();
    const isOpen =
      parent.status === 'new' || parent.status === 'manual' || parent.status === 'reply_scheduled';
    const waiting = parent.pendingReply;
    if (!isOpen || parent.isFromOwner || hasLiveLease(parent, now) || waiting?.state === 'uncertain')
      return undefined;
    const reply: PublishedReply = {
      text,
      repliedBy: 'user',
      memberId: null,
      repliedAt: commentedAt,
      externalReplyId: externalId,
    };
    if (waiting) return answeredElsewhere(parent, waiting, reply, now);
    return { interaction: { ...parent, status: 'closed', manualReason: null, reply, closedAt: now } };
  });
}
