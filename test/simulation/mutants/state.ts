import { changeInteraction } from '../../../shared/core/interactions/change-interaction.ts';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import type { InteractionStore, InteractionWrite } from '../../../shared/core/interactions/ports.ts';
import { textToPost } from '../../../shared/core/replies/pending-reply.ts';
import type { replyByPerson } from '../../../shared/core/replies/reply-by-person.ts';
import { type SendDeps, type SendResult, targetOf } from '../../../shared/core/replies/send-due-reply.ts';
import { published } from '../../../shared/core/replies/transitions.ts';
import type { Mutant } from '../mutant.ts';
import type { Ports } from '../ports.ts';
import type { Process } from '../process.ts';

/** The worker of replies reads interactions as if something had not been written. */
function reading(
  change: (found: Interaction, process: Process) => Interaction,
): NonNullable<Mutant['ports']> {
  return (ports, process) =>
    withStore(ports, {
      find: async (...request) => {
        const found = await ports.interactions.find(...request);
        return found && process.kind === 'replies' ? change(found, process) : found;
      },
    });
}

/** The worker of replies writes something else. */
function writing(change: (write: InteractionWrite) => InteractionWrite): NonNullable<Mutant['ports']> {
  return (ports, process) =>
    withStore(ports, {
      save: (context, write) =>
        ports.interactions.save(context, process.kind === 'replies' ? change(write) : write),
    });
}

function withStore(ports: Ports, changed: Partial<InteractionStore>): Ports {
  return { ...ports, interactions: { ...ports.interactions, ...changed } };
}

function withPending(
  interaction: Interaction,
  changes: Partial<NonNullable<Interaction['pendingReply']>>,
): Interaction {
  const { pendingReply } = interaction;
  return pendingReply ? { ...interaction, pendingReply: { ...pendingReply, ...changes } } : interaction;
}

const NoAttempt = { attempts: 0, attemptedAt: null, state: 'due' } as const;

/** Check, post, record: as one would write it without thinking of crashes. */
async function checkPostRecord(deps: SendDeps, context: Context, interactionId: string): Promise<SendResult> {
  const found = await deps.interactions.find(context, interactionId);
  const pending = found?.pendingReply;
  if (!found || !pending || pending.nextAt > deps.clock.now()) return 'not_due';
  const account = await deps.accounts.find(context, found.accountId);
  if (!account) return 'ended';
  const text = textToPost(pending);
  const outcome = await deps.platform.post(context, account, targetOf(found), text);
  if (outcome.kind !== 'posted') throw new Error('The queue delivers it again.');
  await recordReply(deps, context, { interactionId, text, externalReplyId: outcome.externalReplyId });
  return 'replied';
}

/** As above, but nothing is posted that was not recorded before. */
async function recordThenPost(deps: SendDeps, context: Context, interactionId: string): Promise<SendResult> {
  const found = await deps.interactions.find(context, interactionId);
  const pending = found?.pendingReply;
  if (!found || !pending || pending.nextAt > deps.clock.now()) return 'not_due';
  const account = await deps.accounts.find(context, found.accountId);
  if (!account) return 'ended';
  const text = textToPost(pending);
  await recordReply(deps, context, {
    interactionId,
    text,
    externalReplyId: `${found.externalId}_reply_1`,
  });
  await deps.platform.post(context, account, targetOf(found), text);
  return 'replied';
}

type Context = Parameters<SendDeps['organizations']['get']>[0];
type Recorded = { interactionId: string; text: string; externalReplyId: string };

async function recordReply(deps: SendDeps, context: Context, { interactionId, ...reply }: Recorded) {
  await changeInteraction(deps, context, interactionId, (current) => {
    const now = deps.clock.now();
    return current.pendingReply
      ? published(current, current.pendingReply, { ...reply, repliedAt: now }, now)
      : undefined;
  });
}

const personWithoutLease: typeof replyByPerson = async (deps, context, { interactionId, text }) => {
  const found = await deps.interactions.find(context, interactionId);
  const account = found && (await deps.accounts.find(context, found.accountId));
  if (!found || !account) throw new Error('Nothing to answer.');
  await deps.platform.post(context, account, targetOf(found), text);
  return found;
};

/** What is stored about a reply, who may change it, and in which order. */
export const StateMutants: readonly Mutant[] = [
  {
    name: 'records not made up for',
    breaks: 'A worker that dies between a blocked comment and its record leaves none.',
    ports: (ports) => withStore(ports, { ensureRecorded: async () => undefined }),
  },
  {
    name: 'record after the end',
    breaks: 'A worker that dies between an answered comment and its record leaves none.',
    ports: (ports) =>
      withStore(ports, {
        save: async (context, { recordedAhead, ...write }) => {
          const isSaved = await ports.interactions.save(context, write);
          if (isSaved && recordedAhead) await ports.interactions.ensureRecorded(context, recordedAhead);
          return isSaved;
        },
      }),
  },
  {
    name: 'check, post, record',
    breaks: 'No claim, no look and no intent: the plain sequence.',
    send: checkPostRecord,
  },
  {
    name: 'record before post',
    breaks: 'Writes down a reply that is posted afterwards, if at all.',
    send: recordThenPost,
  },
  {
    name: 'no lease',
    breaks: 'Every worker believes that nobody but itself works on the reply.',
    ports: reading((found, { claimedAt, leaseToken }) => ({
      ...found,
      lease:
        claimedAt === null || leaseToken === null
          ? null
          : { token: leaseToken, until: '2027-01-01T00:00:00.000Z' },
    })),
  },
  {
    name: 'unconditional writes',
    breaks: 'A state goes through whatever it was made from.',
    table: { ignoresVersions: true },
  },
  {
    name: 'no intent',
    breaks: 'Does not note, before the post, that an attempt is being made.',
    ports: writing((write) => ({
      ...write,
      interaction: write.limits ? withPending(write.interaction, NoAttempt) : write.interaction,
    })),
  },
  {
    name: 'attempt forgotten',
    breaks: 'An attempt with an unknown end is put back as if it had not been made.',
    ports: writing((write) => {
      const { pendingReply } = write.interaction;
      return pendingReply?.waitingFor === 'reply_uncertain'
        ? { ...write, interaction: withPending(write.interaction, { ...NoAttempt, reservation: null }) }
        : write;
    }),
  },
  {
    name: 'the queue decides when',
    breaks: 'Trusts the delay of a message instead of the time that is stored.',
    ports: reading((found) => withPending(found, { nextAt: '2026-01-01T00:00:00.000Z' })),
  },
  {
    name: 'no latest time',
    breaks: 'Sends a reply however long it had to wait.',
    ports: reading((found) => withPending(found, { latestSendAt: '2027-01-01T00:00:00.000Z' })),
  },
  {
    name: 'member without lease',
    breaks: 'A person’s reply is posted beside a waiting automatic one.',
    replyByPerson: personWithoutLease,
  },
  {
    name: 'created twice',
    breaks: 'A comment that is seen again is stored and decided on again.',
    ports: (ports) =>
      withStore(ports, {
        known: (context) => ports.interactions.known(context, []),
        create: async (context, write) => {
          const stored = await ports.interactions.find(context, write.interaction.interactionId);
          if (!stored) return ports.interactions.create(context, write);
          const version = stored.version + 1;
          return ports.interactions.save(context, {
            ...write,
            interaction: { ...write.interaction, version },
          });
        },
      }),
  },
  {
    name: 'no timer',
    breaks: 'Nobody looks after replies whose message got lost.',
    hasNoTimer: true,
  },
  {
    name: 'dead letters dropped',
    breaks: 'What intake failed on too often reaches nobody.',
    dropsDeadLetters: true,
  },
  {
    name: 'acknowledged on receipt',
    breaks: 'A comment’s message is deleted before the comment is stored.',
    forgetsOnReceipt: 'intake',
  },
];
