import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import { hasLiveLease, type Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { PublishedReply } from '../replies/pending-reply.ts';
import { answeredElsewhere } from '../replies/transitions.ts';
import { conversationIdOf, type SentBy } from './conversation.ts';
import type { ConversationStore } from './ports.ts';
import { recordedMessage } from './recorded-message.ts';

interface Deps extends ChangeDeps {
  conversations: Pick<ConversationStore, 'record' | 'messages'>;
}

/** As many messages are looked back on; more stay open for people to close. */
const LookedBack = 20;

/**
 * Closes what a message of the account's own answers: all that the person wrote before it (AR-13). The answer of a rule
 * comes back as such a message, too, and answers one alone: while one may be on its way, nothing is concluded.
 */
export async function closeAnsweredMessages(
  deps: Deps,
  context: TenantContext,
  answer: Interaction,
  sentBy: SentBy | null,
): Promise<void> {
  const { participant } = answer;
  if (!participant) return;
  const open = await openBefore(deps, context, conversationIdOf({ ...answer, participant }), answer);
  const ours = open.find(({ reply }) => reply?.externalReplyId === answer.externalId)?.reply;
  if (ours) {
    const recorded = recordedMessage(answer, senderOf(ours));
    if (recorded) await deps.conversations.record(context, recorded);
    return;
  }
  const now = deps.clock.now();
  if (open.some((one) => hasLiveLease(one, now) || one.pendingReply?.state === 'uncertain')) return;
  for (const { interactionId } of open) {
    await changeInteraction(deps, context, interactionId, (current) =>
      closed(current, answer, sentBy, deps.clock.now()),
    );
  }
}

async function openBefore(
  deps: Deps,
  context: TenantContext,
  conversationId: string,
  answer: Interaction,
): Promise<Interaction[]> {
  const { items } = await deps.conversations.messages(context, conversationId, { limit: LookedBack });
  const ids = items
    .filter(({ isFromOwner, sentAt }) => !isFromOwner && sentAt <= answer.commentedAt)
    .map(({ messageId }) => messageId);
  const known = await deps.interactions.known(context, ids);
  return [...known.values()].filter((one) => one !== 'removed');
}

function senderOf({ repliedBy, memberId }: PublishedReply): SentBy | null {
  if (repliedBy === 'automation') return { kind: 'automation' };
  return memberId === null ? null : { kind: 'member', memberId };
}

function closed(
  current: Interaction,
  { text, commentedAt, externalId }: Interaction,
  sentBy: SentBy | null,
  now: Instant,
): InteractionWrite | undefined {
  const { status, pendingReply: waiting } = current;
  const isOpen = status === 'new' || status === 'manual' || status === 'reply_scheduled';
  if (!isOpen || hasLiveLease(current, now) || waiting?.state === 'uncertain') return undefined;
  const memberId = sentBy?.kind === 'member' ? sentBy.memberId : null;
  const reply: PublishedReply = {
    text,
    repliedBy: 'user',
    memberId,
    repliedAt: commentedAt,
    externalReplyId: externalId,
  };
  if (waiting) return answeredElsewhere(current, waiting, reply, now);
  const ended = memberId === null ? 'closed' : 'replied';
  return {
    interaction: { ...current, status: ended, manualReason: null, reply, isRead: true, closedAt: now },
  };
}
