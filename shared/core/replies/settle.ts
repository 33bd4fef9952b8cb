import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addSeconds, type Instant } from '../kernel/time.ts';
import type { PendingReply, PublishedReply } from './pending-reply.ts';
import type { VisibleReply } from './platform.ts';
import type { SendResult } from './send-due-reply.ts';
import type { Step } from './steps.ts';
import { answeredElsewhere, deletedMeanwhile, handedToPeople, published, withWait } from './transitions.ts';

/** Time for intake to decide anew on an edited text before the old reply is looked at again. */
const RecaptureSeconds = 120;

type Ending = Exclude<Step, { kind: 'clear' }> | { kind: 'clear' };

const ResultOf: Record<Step['kind'], SendResult> = {
  clear: 'lost',
  adopt: 'replied',
  answered: 'ended',
  deleted: 'ended',
  edited: 'waiting',
  manual: 'ended',
  wait: 'waiting',
};

/** Writes down what a look or the recheck found; only the holder of the lease may. */
export async function settle(
  deps: ChangeDeps,
  context: TenantContext,
  { interactionId, token, step }: { interactionId: string; token: string; step: Ending },
): Promise<SendResult> {
  const settled = await changeInteraction(deps, context, interactionId, (current) =>
    current.pendingReply && current.lease?.token === token
      ? writeOf(current, current.pendingReply, step, deps.clock.now())
      : undefined,
  );
  return settled ? ResultOf[step.kind] : 'lost';
}

function writeOf(
  current: Interaction,
  pending: PendingReply,
  step: Ending,
  now: Instant,
): InteractionWrite | undefined {
  switch (step.kind) {
    case 'adopt':
      return published(current, pending, adopted(step.reply), now);
    case 'answered':
      return answeredElsewhere(current, pending, answerOf(step.reply), now);
    case 'deleted':
      return deletedMeanwhile(current, pending, now);
    case 'edited':
      return {
        interaction: withWait(current, pending, {
          until: addSeconds(now, RecaptureSeconds),
          waitingFor: 'comment_edited',
        }),
      };
    case 'manual':
      return handedToPeople(current, pending, step, now);
    case 'wait':
      return { interaction: withWait(current, pending, step) };
    case 'clear':
      return undefined;
  }
}

function adopted(reply: VisibleReply) {
  return { text: reply.text, externalReplyId: reply.externalId, repliedAt: reply.createdAt };
}

function answerOf(reply: VisibleReply): PublishedReply {
  return { ...adopted(reply), repliedBy: 'user', memberId: null };
}
