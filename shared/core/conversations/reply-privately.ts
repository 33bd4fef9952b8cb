import { capabilitiesFor, capabilitiesOfAccount } from '../accounts/capabilities.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { moderated } from '../interactions/moderated-interaction.ts';
import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import { keepOwnMessage } from './own-message.ts';
import type { ConversationStore, PlatformMessages } from './ports.ts';
import { sentOrThrow } from './send-message.ts';

export interface PrivateReplyDeps extends ChangeDeps {
  accounts: Pick<AccountReader, 'find'>;
  conversations: Pick<ConversationStore, 'record' | 'messages'>;
  messages: PlatformMessages;
}

/** The platforms take one for each comment, this long after it. */
const WindowMilliseconds = 7 * MillisecondsPerDay;

/**
 * Answers who wrote a comment by a message instead of in public: once for each comment, noted before it is sent, so
 * that what may have been sent is never sent again (CM-05, CM-17).
 */
export async function replyPrivately(
  deps: PrivateReplyDeps,
  context: TenantContext,
  { interactionId, text, memberId }: { interactionId: string; text: string; memberId: string },
): Promise<Interaction> {
  const { account } = await moderated(
    deps,
    context,
    interactionId,
    (_, interaction) => capabilitiesFor(interaction).privateReply && !interaction.isFromOwner,
  );
  if (!capabilitiesOfAccount(account).privateReply) {
    throw new AppError('conflict', 'not_possible_here', 'This account is not allowed to send messages.');
  }
  const now = deps.clock.now();
  const begun = await changeInteraction(deps, context, interactionId, (current) => {
    assertPossible(current, now);
    const privateReply = { text, memberId, sentAt: now, externalId: null };
    return { interaction: { ...current, privateReply, isRead: true } };
  });
  if (!begun) throw new AppError('conflict', 'interaction_changed', 'This has just changed. Look again.');
  const recipient = { kind: 'commenter', commentExternalId: begun.externalId } as const;
  const outcome = await deps.messages.send(context, account, recipient, text);
  if (outcome.kind === 'refused') await forget(deps, context, interactionId);
  const { externalId, recipientExternalId } = sentOrThrow(outcome);
  const participant = { externalId: recipientExternalId, name: begun.author.name };
  const sentBy = { kind: 'member', memberId } as const;
  await keepOwnMessage(deps, context, { account, participant, externalId, text, sentBy, now });
  const noted = await changeInteraction(deps, context, interactionId, (current) => ({
    interaction: { ...current, privateReply: { text, memberId, sentAt: now, externalId } },
  }));
  return noted ?? begun;
}

function assertPossible({ status, privateReply, commentedAt }: Interaction, now: Instant): void {
  if (status === 'deleted') {
    throw new AppError('conflict', 'interaction_deleted', 'This was deleted on the platform.');
  }
  if (privateReply) {
    const message = 'This was answered by a message before; the platform takes one for each comment.';
    throw new AppError('conflict', 'already_answered', message);
  }
  if (now > addMilliseconds(commentedAt, WindowMilliseconds)) {
    throw new AppError(
      'conflict',
      'window_closed',
      'Seven days after a comment no message is taken any more.',
    );
  }
}

async function forget(deps: ChangeDeps, context: TenantContext, interactionId: string): Promise<void> {
  await changeInteraction(deps, context, interactionId, ({ privateReply: _, ...current }) => ({
    interaction: current,
  }));
}
