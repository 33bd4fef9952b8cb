import { IntakeMessage, JobMessage, ReplyMessage } from '../../shared/contract/queues.ts';
import type { JobStore } from '../../shared/core/activity/job-ports.ts';
import type { ChangeDeps } from '../../shared/core/interactions/change-interaction.ts';
import type { DeadLetter, DeadLetterStore } from '../../shared/core/interactions/dead-letter.ts';
import { handOverReply, handOverSighting } from '../../shared/core/interactions/hand-over-failed.ts';
import { contextOf } from '../../shared/runtime/consumer.ts';
import { deadLetterConsumer } from '../../shared/runtime/dead-letter-consumer.ts';
import { clock } from '../../shared/runtime/live/clock.ts';
import { deadLetters } from '../../shared/runtime/live/dead-letters.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { jobs } from '../../shared/runtime/live/jobs.ts';

interface Deps extends ChangeDeps {
  deadLetters: DeadLetterStore;
  jobs: Pick<JobStore, 'finish'>;
}

/** What failed too often is kept; a person is asked to handle the interaction, or sees that the job failed. */
export const createDeadLettersHandler = (deps: Deps) =>
  deadLetterConsumer(async (letter) => {
    await deps.deadLetters.save(letter);
    const message = ownedMessageOf(letter);
    if (!message) return;
    if ('jobId' in message) await failJob(deps, message);
    else if ('interactionId' in message) await handOverReply(deps, contextOf(message), message.interactionId);
    else await handOverSighting(deps, contextOf(message), message);
  });

/** A person can ask for the work again; nothing tries it once more by itself. */
function failJob({ clock, jobs }: Deps, message: JobMessage): Promise<void> {
  const result = { error: 'It failed several times. Start it again; if it stays, report the job’s id.' };
  return jobs.finish(contextOf(message), message.jobId, { status: 'failed', result }, clock.now());
}

function ownedMessageOf({
  queue,
  body,
  organizationId,
}: DeadLetter): IntakeMessage | ReplyMessage | JobMessage | undefined {
  if (organizationId === null) return undefined;
  const schema = { intake: IntakeMessage, replies: ReplyMessage, jobs: JobMessage }[queue];
  return schema?.safeParse(JSON.parse(body)).data;
}

export const handler = createDeadLettersHandler({ clock, deadLetters, interactions, jobs });
