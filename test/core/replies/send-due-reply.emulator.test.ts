import { describe, expect, it } from 'vitest';
import { updateInteraction } from '../../../shared/core/interactions/update-interaction.ts';
import { recordOutcome } from '../../../shared/core/replies/record-outcome.ts';
import { QuietSeconds } from '../../support/conversation.ts';
import { aRule } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';
import { Crash } from '../../support/fake-platform.ts';

const Comment = 'post_1_comment_1';
const Thanks = 'Thank you so much!';

describe('sending a waiting reply', () => {
  const conversation = eachWithConversation();

  it('AR-01 answers a comment: captured, analysed, decided, waited for, posted and recorded', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('replied');

    expect(bar.platform.repliesTo(Comment)).toEqual([Thanks]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'replied',
      pendingReply: null,
      lease: null,
      reply: {
        text: Thanks,
        repliedBy: 'automation',
        memberId: null,
        repliedAt: '2026-11-20T12:02:00.000Z',
        externalReplyId: `${Comment}_reply_1`,
      },
    });
  });

  it('AR-14 I5 records the decision with its trace once, and the posted text is the recorded text', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    await bar.send(id);

    expect(await bar.executions()).toEqual([
      {
        executionId: `2026-11-20T12:00:00.000Z#${id}#1`,
        interactionId: id,
        revision: 1,
        provider: 'facebook',
        accountId: 'acc_page',
        ruleId: 'rule_1',
        ruleName: 'Thank for praise',
        ruleRevision: 1,
        actionType: 'reply_fixed',
        shouldAutoReply: true,
        reason: 'posted',
        blockedBy: null,
        trace: [
          {
            ruleId: 'rule_1',
            name: 'Thank for praise',
            priority: 100,
            revision: 1,
            outcome: 'matched',
            unknown: ['author.verified', 'author.followers'],
          },
        ],
        outcome: 'replied',
        preparedText: Thanks,
        postedText: Thanks,
        externalReplyId: `${Comment}_reply_1`,
        success: true,
        error: null,
        delaySeconds: 120,
        processingMilliseconds: 0,
        decidedAt: '2026-11-20T12:00:00.000Z',
        completedAt: '2026-11-20T12:02:00.000Z',
      },
    ]);
  });

  it('AR-09 I3 does nothing before the reply is due', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 119 });
    expect(await bar.send(id)).toBe('not_due');
    expect(bar.platform.allReplies).toEqual([]);
  });

  it('AR-12 I1 answers once although the message is delivered again and again', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    expect(await Promise.all([bar.send(id), bar.send(id), bar.send(id)])).toContain('replied');
    bar.clock.advance({ hours: 1 });
    expect(await bar.send(id)).toBe('not_due');
    expect(bar.platform.repliesTo(Comment)).toEqual([Thanks]);
  });

  it('AR-12 I1 adopts its own reply after a crash between the platform’s answer and the record', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    bar.platform.failNext({ effect: true, crash: true });
    await expect(bar.send(id)).rejects.toThrow(Crash);
    expect(await bar.send(id)).toBe('not_due');

    bar.clock.advance({ seconds: QuietSeconds });
    expect(await bar.send(id)).toBe('replied');
    expect(bar.platform.repliesTo(Comment)).toEqual([Thanks]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'replied',
      reply: { externalReplyId: `${Comment}_reply_1`, repliedAt: '2026-11-20T12:02:00.000Z' },
    });
    expect(await bar.executions()).toHaveLength(1);
  });

  it('AR-12 never posts twice after a lost answer', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    bar.platform.failNext({ effect: true, outcome: { kind: 'uncertain', reason: 'time-out' } });
    expect(await bar.send(id)).toBe('uncertain');
    bar.clock.advance({ seconds: QuietSeconds - 1 });
    expect(await bar.send(id)).toBe('not_due');
    bar.clock.advance({ seconds: 1 });
    expect(await bar.send(id)).toBe('replied');
    expect(bar.platform.repliesTo(Comment)).toEqual([Thanks]);
  });

  it('AR-12 tries again what the platform certainly did not take, in the same words', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    const outcome = { kind: 'refused', code: 'throttled', reason: 'HTTP 429' } as const;
    bar.platform.failNext({ effect: false, outcome });
    expect(await bar.send(id)).toBe('waiting');
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('replied');
    expect(bar.platform.repliesTo(Comment)).toEqual([Thanks]);
  });

  it.each([
    ['never arrived', { effect: false, outcome: { kind: 'uncertain', reason: 'time-out' } }],
    ['the owner deleted before the look', { effect: true, crash: true }],
  ] as const)('AR-12 asks people about a reply that %s, and posts it no second time', async (_why, fault) => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    bar.platform.failNext(fault);
    await Promise.allSettled([bar.send(id)]);
    if (fault.effect) bar.platform.removeReply(`${Comment}_reply_1`);
    bar.clock.advance({ seconds: QuietSeconds });
    expect(await bar.send(id)).toBe('ended');
    expect(bar.platform.allReplies).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'may_be_answered' },
    });
    expect(await bar.executions()).toMatchObject([{ outcome: 'unconfirmed', success: false }]);
  });

  it.each([
    ['rule_changed', { revision: 2, version: 2, name: 'Another one' }],
    ['rule_disabled', { version: 2, enabled: false }],
  ])('AR-13 hands a reply to people with the reason %s', async (code, change) => {
    const bar = conversation();
    const id = await bar.hear();
    await bar.addRule(aRule(change));
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect(bar.platform.allReplies).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({ status: 'manual', manualReason: { code } });
  });

  it('AR-12 records nothing under a lease that somebody else has taken', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const outcome = { kind: 'posted', externalReplyId: 'reply_1' } as const;
    const late = { interactionId: id, token: 'lease_old', text: Thanks, outcome };
    expect(await recordOutcome(bar.deps, bar.context, late)).toBe('lost');
    expect(await bar.interaction(id)).toMatchObject({ status: 'reply_scheduled', reply: null });
  });

  it('CM-15 keeps what a person noted while the reply was being posted', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    bar.platform.whilePosting = async () => {
      await updateInteraction(bar.deps, bar.context, { interactionId: id, marks: { note: 'A regular.' } });
    };
    expect(await bar.send(id)).toBe('replied');
    expect(await bar.interaction(id)).toMatchObject({ status: 'replied', note: 'A regular.' });
  });
});
