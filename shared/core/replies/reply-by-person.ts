import type { AccountReader } from '../automation/load-settings.ts';
import { changeInteraction } from '../interactions/change-interaction.ts';
import { hasLiveLease, type Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addSeconds, type Instant } from '../kernel/time.ts';
import { executionOfReply } from './execution-record.ts';
import type { PendingReply } from './pending-reply.ts';
import type { PlatformReplies } from './platform.ts';
import { type RecordDeps, recordOutcome } from './record-outcome.ts';
import { latestSendAtOf } from './reply-times.ts';
import { targetOf } from './send-due-reply.ts';
import { withIntent } from './transitions.ts';

export interface PersonDeps extends RecordDeps {
  accounts: Pick<AccountReader, 'find'>;
  platform: PlatformReplies;
  newId: NewId;
  quietSeconds: number;
}

/** A person's answer; the interaction says what became of it: `replied`, or `reply_scheduled` while it is unconfirmed. */
export async function replyByPerson(
  deps: PersonDeps,
  context: TenantContext,
  request: { interactionId: string; text: string; memberId: string },
): Promise<Interaction> {
  const { interactionId, text } = request;
  const token = deps.newId('lease');
  const begun = await changeInteraction(deps, context, interactionId, (current) => {
    const now = deps.clock.now();
    assertAnswerable(current, now);
    return takeOver(current, request, { token, quietSeconds: deps.quietSeconds, now });
  });
  if (!begun) throw notFound('The interaction');
  const account = await deps.accounts.find(context, begun.accountId);
  const outcome =
    account?.status === 'active'
      ? await deps.platform.post(context, account, targetOf(begun), text)
      : ({
          kind: 'refused',
          code: 'token_rejected',
          reason: 'The account must be reconnected first.',
        } as const);
  await recordOutcome(deps, context, { interactionId, token, outcome, text });
  if (outcome.kind === 'refused') {
    const message = `The platform did not take the reply: ${outcome.reason}`;
    throw new AppError('conflict', 'reply_refused', message, { details: { code: outcome.code } });
  }
  return (await deps.interactions.find(context, interactionId)) ?? begun;
}

/** At most one reply through Earshot, by person or automation; people may write on in a direct message (CM-17). */
function assertAnswerable(interaction: Interaction, now: Instant): void {
  const { status, kind, pendingReply } = interaction;
  if (status === 'deleted')
    throw new AppError('conflict', 'interaction_deleted', 'This was deleted on the platform.');
  if (interaction.isFromOwner)
    throw new AppError('conflict', 'own_interaction', 'This was written by your own account.');
  if (interaction.reply && kind !== 'direct_message') {
    throw new AppError('conflict', 'already_answered', 'This has been answered already.');
  }
  if (hasLiveLease(interaction, now)) {
    throw new AppError(
      'conflict',
      'reply_in_progress',
      'A reply is being posted right now. Look again in a minute.',
    );
  }
  if (pendingReply?.state === 'uncertain') {
    const message =
      'A reply may already be published. Earshot looks for it on the platform before anybody answers again.';
    throw new AppError('conflict', 'reply_unconfirmed', message, {
      details: { nextLookAt: pendingReply.nextAt },
    });
  }
}

/** The person's reply takes the place of a waiting automatic one, whose record says so (AR-13). */
function takeOver(
  current: Interaction,
  { text, memberId }: { text: string; memberId: string },
  { token, quietSeconds, now }: { token: string; quietSeconds: number; now: Instant },
): InteractionWrite {
  const waiting = current.pendingReply;
  const cancelled =
    waiting &&
    executionOfReply(current, waiting, { outcome: 'cancelled', reason: 'answered_by_person' }, now);
  const pending: PendingReply = {
    origin: { kind: 'member', memberId },
    revision: current.revision,
    text,
    signature: '',
    preparedAt: now,
    state: 'due',
    dueAt: now,
    latestSendAt: latestSendAtOf(current),
    nextAt: addSeconds(now, quietSeconds),
    wakeAt: addSeconds(now, quietSeconds),
    attempts: 0,
    attemptedAt: null,
    reservation: null,
    waitingFor: null,
    waitingDetail: null,
  };
  const interaction: Interaction = { ...current, status: 'reply_scheduled', isRead: true };
  return {
    interaction: withIntent(interaction, pending, { token, quietSeconds, reservation: null }, now),
    executions: cancelled ? [cancelled] : [],
  };
}
