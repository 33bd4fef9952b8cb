import { IntakeMessage, ReplyMessage } from '../../shared/contract/queues.ts';
import type { ChangeDeps } from '../../shared/core/interactions/change-interaction.ts';
import type { DeadLetter, DeadLetterStore } from '../../shared/core/interactions/dead-letter.ts';
import { handOverReply, handOverSighting } from '../../shared/core/interactions/hand-over-failed.ts';
import { contextOf } from '../../shared/runtime/consumer.ts';
import { deadLetterConsumer } from '../../shared/runtime/dead-letter-consumer.ts';
import { clock } from '../../shared/runtime/live/clock.ts';
import { deadLetters } from '../../shared/runtime/live/dead-letters.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';

interface Deps extends ChangeDeps {
  deadLetters: DeadLetterStore;
}

/** What failed too often is kept, and where it concerns an interaction, a person is asked to handle it. */
export const createDeadLettersHandler = (deps: Deps) =>
  deadLetterConsumer(async (letter) => {
    await deps.deadLetters.save(letter);
    const message = interactionMessageOf(letter);
    if (!message) return;
    if ('interactionId' in message) await handOverReply(deps, contextOf(message), message.interactionId);
    else await handOverSighting(deps, contextOf(message), message);
  });

function interactionMessageOf({
  queue,
  body,
  organizationId,
}: DeadLetter): IntakeMessage | ReplyMessage | undefined {
  if (organizationId === null) return undefined;
  const schema = { intake: IntakeMessage, replies: ReplyMessage }[queue];
  return schema?.safeParse(JSON.parse(body)).data;
}

export const handler = createDeadLettersHandler({ clock, deadLetters, interactions });
