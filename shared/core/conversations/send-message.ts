import { capabilitiesOfAccount } from '../accounts/capabilities.ts';
import type { RequestSync } from '../accounts/ports.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { windowOf } from './conversation.ts';
import type { FollowDeps } from './follow-conversation.ts';
import { keepOwnMessage } from './own-message.ts';
import type { ConversationStore, MessageOutcome, PlatformMessages } from './ports.ts';

export interface SendMessageDeps extends FollowDeps {
  accounts: Pick<AccountReader, 'find'>;
  conversations: Pick<ConversationStore, 'record' | 'messages' | 'find'>;
  messages: PlatformMessages;
  requestSync: RequestSync;
}

/**
 * A person writes in a conversation, as often as they like while the platform's window is open (CM-17). What the
 * platform did not confirm is never sent again: the next reading of the conversation shows whether it is there.
 */
export async function sendMessage(
  deps: SendMessageDeps,
  context: TenantContext,
  { conversationId, text, memberId }: { conversationId: string; text: string; memberId: string },
): Promise<Interaction> {
  const conversation = await deps.conversations.find(context, conversationId);
  if (!conversation) throw notFound('The conversation');
  const account = await deps.accounts.find(context, conversation.accountId);
  if (account?.status !== 'active') {
    throw new AppError('conflict', 'account_not_connected', 'Connect the account again first.');
  }
  if (!capabilitiesOfAccount(account).messages) {
    throw new AppError('conflict', 'not_possible_here', 'This account is not allowed to send messages.');
  }
  const now = deps.clock.now();
  const window = windowOf(conversation, now);
  if (window === 'closed') {
    throw new AppError('conflict', 'window_closed', 'The platform lets nobody write here any more.');
  }
  const { participant } = conversation;
  const recipient = {
    kind: 'person',
    externalId: participant.externalId,
    isLate: window === 'late',
  } as const;
  const outcome = await deps.messages.send(context, account, recipient, text);
  if (outcome.kind === 'uncertain') await deps.requestSync(context, account.accountId);
  const { externalId } = sentOrThrow(outcome);
  const sentBy = { kind: 'member', memberId } as const;
  return keepOwnMessage(deps, context, { account, participant, externalId, text, sentBy, now });
}

/** @throws conflict `message_refused` with the platform's reason, or `message_unconfirmed` */
export function sentOrThrow(outcome: MessageOutcome): Extract<MessageOutcome, { kind: 'sent' }> {
  if (outcome.kind === 'sent') return outcome;
  if (outcome.kind === 'refused') {
    const message = `The platform did not take the message: ${outcome.reason}`;
    throw new AppError('conflict', 'message_refused', message, { details: { code: outcome.code } });
  }
  const message =
    'The platform did not confirm the message. It may have been sent: look at the conversation before you write it again.';
  throw new AppError('conflict', 'message_unconfirmed', message);
}
