import type { SocialAccount } from '../accounts/social-account.ts';
import { type CapturedInteraction, interactionIdOf } from '../interactions/captured-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { newInteraction } from '../interactions/new-interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { closeAnsweredMessages } from './close-answered-messages.ts';
import type { Participant, SentBy } from './conversation.ts';
import type { FollowDeps } from './follow-conversation.ts';
import { recordedMessage } from './recorded-message.ts';

interface Sent {
  account: SocialAccount;
  participant: Participant;
  externalId: string;
  text: string;
  sentBy: SentBy;
  now: Instant;
}

/** Keeps a message that was just sent, whether or not the platform's own report of it has come before. */
export async function keepOwnMessage(
  deps: FollowDeps,
  context: TenantContext,
  sent: Sent,
): Promise<Interaction> {
  const captured = capturedMessage(sent);
  const created = newInteraction(captured);
  const isFirst = await deps.interactions.create(context, { interaction: created });
  const interaction = isFirst
    ? created
    : ((await deps.interactions.find(context, interactionIdOf(captured))) ?? created);
  const recorded = recordedMessage(interaction, sent.sentBy);
  if (recorded) await deps.conversations.record(context, recorded);
  await closeAnsweredMessages(deps, context, interaction, sent.sentBy);
  return interaction;
}

function capturedMessage({ account, participant, externalId, text, now }: Sent): CapturedInteraction {
  return {
    provider: account.provider,
    accountId: account.accountId,
    externalId,
    kind: 'direct_message',
    contentExternalId: null,
    parentExternalId: null,
    author: {
      externalId: account.externalId,
      name: account.name,
      avatarUrl: null,
      followers: null,
      verified: null,
    },
    isFromOwner: true,
    text,
    attachments: [],
    permalink: null,
    likeCount: 0,
    replyCount: 0,
    isHidden: false,
    commentedAt: now,
    capturedAt: now,
    source: 'sync',
    participant,
  };
}
