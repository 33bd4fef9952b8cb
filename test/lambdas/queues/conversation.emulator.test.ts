import { describe, expect, it } from 'vitest';
import { createDeadLettersHandler } from '../../../lambdas/queues/dead-letters.ts';
import { createIntakeHandler } from '../../../lambdas/queues/intake.ts';
import { createRepliesHandler } from '../../../lambdas/queues/replies.ts';
import type { IntakeMessage } from '../../../shared/contract/queues.ts';
import { startJob } from '../../../shared/core/activity/start-job.ts';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import type { DeadLetter } from '../../../shared/core/interactions/dead-letter.ts';
import type { Conversation } from '../../support/conversation.ts';
import { aCaptured, findings } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';
import { Crash } from '../../support/fake-platform.ts';
import { deliver } from '../../support/queue-events.ts';

const Id = interactionIdOf(aCaptured());

describe('the queues of the conversation pipeline', () => {
  const conversation = eachWithConversation();

  const seenBy = (
    { context }: Conversation,
    overrides: Parameters<typeof aCaptured>[0] = {},
  ): IntakeMessage => ({
    kind: 'seen',
    organizationId: context.organizationId,
    interaction: aCaptured(overrides),
  });

  function intakeOf(bar: Conversation) {
    const deferred: unknown[] = [];
    const woken: unknown[] = [];
    const handler = createIntakeHandler({
      ...bar.deps,
      wakeReply: async (_context, interactionId, delaySeconds) => {
        woken.push({ interactionId, delaySeconds });
      },
      deferred: async (messages) => {
        deferred.push(...messages);
      },
    });
    return { handler, deferred, woken };
  }

  it('AR-01 takes a batch in and asks the reply queue to look after the rule’s delay', async () => {
    const bar = conversation();
    const { handler, deferred, woken } = intakeOf(bar);
    expect(await deliver(handler, [seenBy(bar), seenBy(bar)])).toEqual([]);
    expect([woken, deferred]).toEqual([[{ interactionId: Id, delaySeconds: 120 }], []]);
  });

  it('CM-14 puts messages back into the queue while the model has no capacity', async () => {
    const bar = conversation();
    const { handler, deferred } = intakeOf(bar);
    bar.findingsOf = () => 'throttled';
    expect(await deliver(handler, [seenBy(bar)])).toEqual([]);
    expect(deferred).toEqual([{ body: seenBy(bar), delaySeconds: 60 }]);
  });

  it('I7 lets one organization’s failure take no other with it', async () => {
    const bar = conversation();
    const { handler } = intakeOf(bar);
    const { organizationId } = bar.context;
    bar.deps.organizations.get = async (context) => {
      if (context.organizationId !== organizationId) throw new Error('There is no such organization.');
      return bar.organization;
    };
    const stranger = { ...seenBy(bar), organizationId: 'org_gone' };
    expect(await deliver(handler, [stranger, seenBy(bar)])).toEqual(['message_1']);
    expect(await bar.interaction(Id)).toMatchObject({ status: 'reply_scheduled' });
  });

  it('AR-12 answers from the reply queue, and asks for redelivery after a crash', async () => {
    const bar = conversation();
    await bar.hear();
    bar.clock.advance({ seconds: 120 });
    const message = { organizationId: bar.context.organizationId, interactionId: Id };
    bar.platform.failNext({ effect: true, crash: true });
    expect(await deliver(createRepliesHandler(bar.deps), [message])).toEqual(['message_1']);
    expect(await deliver(createRepliesHandler(bar.deps), [message])).toEqual([]);
    expect(bar.platform.allReplies).toHaveLength(1);
  });

  function deadLettersOf(bar: Conversation) {
    const kept: DeadLetter[] = [];
    const deadLetters = {
      save: async (letter: DeadLetter) => {
        kept.push(letter);
      },
    };
    return { kept, deadLetters, handler: createDeadLettersHandler({ ...bar.deps, deadLetters }) };
  }

  it('AR-01 puts a comment that intake failed on into the manual queue, and keeps the message', async () => {
    const bar = conversation();
    const { handler, kept } = deadLettersOf(bar);
    const message = seenBy(bar);
    expect(await deliver(handler, [message], { queue: 'earshot-test-intake-dead' })).toEqual([]);
    expect(await bar.interaction(Id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'processing_failed' },
    });
    expect(kept).toEqual([
      {
        messageId: 'message_1',
        queue: 'intake',
        organizationId: bar.context.organizationId,
        body: JSON.stringify(message),
        receiveCount: 1,
        sentAt: '2026-11-20T12:00:00.000Z',
      },
    ]);
  });

  it('I6 keeps a comment among the dead letters while another write is in its way', async () => {
    const bar = conversation();
    const interactions = { ...bar.deps.interactions, create: async () => false };
    const { deadLetters } = deadLettersOf(bar);
    const contended = createDeadLettersHandler({ ...bar.deps, interactions, deadLetters });
    const message = seenBy(bar);
    expect(await deliver(contended, [message], { queue: 'earshot-test-intake-dead' })).toHaveLength(1);

    const { handler } = deadLettersOf(bar);
    await deliver(handler, [message], { queue: 'earshot-test-intake-dead' });
    expect(await deliver(contended, [message], { queue: 'earshot-test-intake-dead' })).toEqual([]);
  });

  it('AR-12 tells people when a reply that failed for good may be published all the same', async () => {
    const bar = conversation();
    const sure = await bar.hear({ externalId: 'sure' });
    const unsure = await bar.hear({ externalId: 'unsure' });
    bar.clock.advance({ seconds: 120 });
    bar.platform.failNext({ effect: true, crash: true });
    await expect(bar.send(unsure)).rejects.toThrow(Crash);
    const { handler } = deadLettersOf(bar);
    const { organizationId } = bar.context;
    const messages = [sure, unsure].map((interactionId) => ({ organizationId, interactionId }));
    await deliver(handler, messages, { queue: 'earshot-test-replies-dead' });
    expect([await bar.interaction(sure), await bar.interaction(unsure)]).toMatchObject([
      { status: 'manual', manualReason: { code: 'processing_failed' } },
      { status: 'manual', manualReason: { code: 'may_be_answered' } },
    ]);
  });

  it('ST-03 says of long work that failed for good that it failed', async () => {
    const bar = conversation();
    const { handler } = deadLettersOf(bar);
    const work = { kind: 'backtest', parts: 3, result: null } as const;
    const { jobId } = await startJob(bar.deps, bar.context, work, bar.clock.now());
    const message = { organizationId: bar.context.organizationId, jobId, slice: 1 };
    expect(await deliver(handler, [message], { queue: 'earshot-test-jobs-dead' })).toEqual([]);
    expect(await bar.deps.jobs.get(bar.context, jobId)).toMatchObject({
      status: 'failed',
      result: { error: expect.stringContaining('It failed several times.') },
      finishedAt: bar.clock.now(),
    });
  });

  it('AR-01 keeps dead letters that nobody can read, and those of other queues', async () => {
    const bar = conversation();
    const { handler, kept } = deadLettersOf(bar);
    expect(await deliver(handler, ['not json', { host: 'a' }], { queue: 'earshot-test-feeds-dead' })).toEqual(
      [],
    );
    expect(kept.map(({ queue, organizationId, body }) => [queue, organizationId, body])).toEqual([
      ['feeds', null, 'not json'],
      ['feeds', null, '{"host":"a"}'],
    ]);
  });

  it('CM-14 analyses the comments of one organization in one call', async () => {
    const bar = conversation();
    bar.findingsOf = () => findings();
    const messages = ['a', 'b', 'c'].map((externalId) =>
      seenBy(bar, { externalId, text: `Lovely ${externalId}` }),
    );
    await deliver(intakeOf(bar).handler, messages);
    expect(bar.modelCalls).toEqual([['Lovely a', 'Lovely b', 'Lovely c']]);
  });
});
