import { IntakeMessage } from '../../shared/contract/queues.ts';
import { type IntakeDeps, takeIn } from '../../shared/core/interactions/take-in.ts';
import { batchConsumer, contextOf, type Received } from '../../shared/runtime/consumer.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { carriedModel } from '../../shared/runtime/live/analysis-model.ts';
import { blocklists } from '../../shared/runtime/live/blocklists.ts';
import { campaigns } from '../../shared/runtime/live/campaigns.ts';
import { clock } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { conversations } from '../../shared/runtime/live/conversations.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { limits } from '../../shared/runtime/live/limits.ts';
import { organizations } from '../../shared/runtime/live/organizations.ts';
import { sendTo } from '../../shared/runtime/live/queues.ts';
import { rules } from '../../shared/runtime/live/rules.ts';
import { templates } from '../../shared/runtime/live/templates.ts';
import { wakeReply } from '../../shared/runtime/live/wake-reply.ts';
import { logger } from '../../shared/runtime/logger.ts';

interface Deps extends IntakeDeps {
  /** Takes messages back into the queue, for the time when what stands in their way is over. */
  deferred(messages: readonly { body: IntakeMessage; delaySeconds: number }[]): Promise<void>;
}

/** Takes in what was seen on the platforms; the comments of one organization share one call of the model. */
export const createIntakeHandler = (deps: Deps) =>
  batchConsumer(IntakeMessage, async (messages, { remainingMilliseconds }) => {
    const failed: string[] = [];
    for (const group of Map.groupBy(messages, ({ body }) => body.organizationId).values()) {
      failed.push(...(await takeInGroup(deps, group, remainingMilliseconds)));
    }
    return failed;
  });

/** A failure of one organization's settings must not take the others of the batch with it. */
async function takeInGroup(
  deps: Deps,
  group: readonly Received<IntakeMessage>[],
  remainingMilliseconds: () => number,
): Promise<string[]> {
  const [first] = group;
  if (!first) return [];
  const { organizationId } = first.body;
  try {
    const sightings = group.map(({ id, body }) => ({ id, body, sighting: body }));
    const report = await takeIn(deps, contextOf(first.body), sightings, remainingMilliseconds);
    for (const { message, error } of report.failed) {
      logger.error('Comment could not be taken in', {
        messageId: message.id,
        organizationId,
        error: error as Error,
      });
    }
    if (report.later.length > 0) {
      await deps.deferred(
        report.later.map(({ message, delaySeconds }) => ({ body: message.body, delaySeconds })),
      );
    }
    const { done, later, analyses } = report;
    logger.info('Taken in', { organizationId, done: done.length, later: later.length, analyses });
    return report.failed.map(({ message }) => message.id);
  } catch (error) {
    logger.error('Comments could not be taken in', { organizationId, error: error as Error });
    return group.map(({ id }) => id);
  }
}

export const handler = createIntakeHandler({
  accounts,
  blocklists,
  campaigns,
  clock,
  contents,
  conversations,
  deferred: (messages) => sendTo('intake', messages),
  interactions,
  limits,
  model: carriedModel,
  organizations,
  rules,
  templates,
  wakeReply,
});
