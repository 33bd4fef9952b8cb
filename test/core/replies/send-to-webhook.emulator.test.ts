import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../shared/core/automation/rule.ts';
import { timelineOf } from '../../../shared/core/interactions/timeline.ts';
import type { Conversation } from '../../support/conversation.ts';
import { aCaptured, aRule } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const Praise = aCaptured().externalId;

describe('a rule that tells a webhook', () => {
  const conversation = eachWithConversation();

  /** Before the rule of every test, which thanks for praise. */
  const telling = (bar: Conversation, overrides: Record<string, unknown> = {}): Promise<Rule> =>
    bar.addRule(
      aRule({
        ...{ ruleId: 'rule_hook', name: 'Tell the desk', priority: 50 },
        action: { type: 'send_webhook', webhookId: 'whk_1' },
        ...overrides,
      }),
    );

  it('AR-08 posts nothing, counts as the match, and leaves the comment to people', async () => {
    const bar = conversation();
    await telling(bar);
    const id = await bar.hear();
    expect(await bar.interaction(id)).toMatchObject({
      status: 'reply_scheduled',
      decision: {
        outcome: 'webhook',
        shouldAutoReply: false,
        reason: 'webhook_matched',
        ruleId: 'rule_hook',
      },
      pendingReply: { text: '', signature: '', origin: { actionType: 'send_webhook' } },
    });
    bar.clock.advance({ seconds: 120 });

    expect(await bar.send(id)).toBe('ended');
    expect(bar.platform.repliesTo(Praise)).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'sent_to_webhook', since: bar.clock.now() },
      pendingReply: null,
      lease: null,
    });
    expect(await bar.executions()).toMatchObject([
      {
        ruleId: 'rule_hook',
        actionType: 'send_webhook',
        webhookId: 'whk_1',
        outcome: 'webhook_sent',
        success: true,
        shouldAutoReply: false,
        preparedText: null,
        postedText: null,
        externalReplyId: null,
        delaySeconds: 120,
      },
    ]);
  });

  it('AR-08 AR-12 does so once, however often it is woken', async () => {
    const bar = conversation();
    await telling(bar);
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    const results = [await bar.send(id), await bar.send(id), await bar.send(id)];

    expect(results).toEqual(['ended', 'not_due', 'not_due']);
    expect(await bar.executions()).toHaveLength(1);
  });

  it('AR-10 takes a slot of the rule’s limits', async () => {
    const bar = conversation();
    await telling(bar, { limits: { perHour: 1, authorCooldownMinutes: 0 } });
    const [first, second] = [await bar.hear(), await bar.hear({ externalId: 'post_1_comment_2' })];
    bar.clock.advance({ seconds: 120 });

    expect([await bar.send(first), await bar.send(second)]).toEqual(['ended', 'waiting']);
    expect((await bar.interaction(second)).pendingReply?.waitingFor).toBe('limit_hourly');
  });

  it.each<[string, string, (bar: Conversation) => Promise<unknown> | unknown]>([
    ['its rule changed', 'rule_changed', (bar) => telling(bar, { revision: 2, version: 2 })],
    [
      'dry run was switched on',
      'dry_run_on',
      (bar) => {
        bar.organization = { ...bar.organization, dryRun: true };
      },
    ],
    ['somebody answered', 'answered', (bar) => bar.platform.answer(Praise, 'Thanks!')],
    ['the comment went', 'deleted', (bar) => bar.platform.remove(Praise)],
  ])('AR-13 tells nobody when %s while it waited', async (_what, expected, meanwhile) => {
    const bar = conversation();
    await telling(bar);
    const id = await bar.hear();
    await meanwhile(bar);
    bar.clock.advance({ seconds: 120 });
    await bar.send(id);
    const { status, manualReason, reply } = await bar.interaction(id);
    const [execution] = await bar.executions();

    expect(manualReason?.code ?? (reply ? 'answered' : status)).toBe(expected);
    expect(execution?.outcome).not.toBe('webhook_sent');
    expect(execution?.webhookId).toBeUndefined();
  });

  it('AR-18 is decided and recorded in dry run, without being told', async () => {
    const bar = conversation();
    await telling(bar);
    bar.organization = { ...bar.organization, dryRun: true };
    const id = await bar.hear();
    expect(await bar.interaction(id)).toMatchObject({
      status: 'new',
      decision: { outcome: 'dry_run', shouldAutoReply: false },
    });
    expect(await bar.executions()).toMatchObject([
      { outcome: 'dry_run', actionType: 'send_webhook', preparedText: null },
    ]);
  });

  it('AR-02 gives a webhook no medical question: people see it at once', async () => {
    const bar = conversation();
    await telling(bar);
    const id = await bar.hear({ text: 'Is this coffee safe in pregnancy?' });
    expect((await bar.interaction(id)).manualReason?.code).toBe('medical');
  });

  it('AR-01 says on the timeline what it did', async () => {
    const bar = conversation();
    await telling(bar);
    const id = await bar.hear();
    const [waiting] = timelineOf(await bar.interaction(id)).filter(({ step }) => step === 'waiting');
    bar.clock.advance({ seconds: 120 });
    await bar.send(id);
    const texts = timelineOf(await bar.interaction(id)).map(({ text }) => text);

    expect(waiting?.text).toBe('The webhook waits until 20 November 2026, 12:02 UTC.');

    expect(texts).toContain('A rule tells your webhook. Rule: Tell the desk.');
    expect(texts).toContain('Waits for a person. A rule told your webhook, and leaves the answer to people.');
  });
});
