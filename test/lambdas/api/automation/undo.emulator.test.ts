import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../../../shared/core/accounts/provider-error.ts';
import { timelineOf } from '../../../../shared/core/interactions/timeline.ts';
import { updateInteraction } from '../../../../shared/core/interactions/update-interaction.ts';
import { callAutomation, deliverSlice, workOff } from '../../../support/automation-desk.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { aCaptured, anAccount, aRule } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';

describe('an undo', () => {
  const conversation = eachWithConversation();

  const undo = (bar: Conversation, since: string, ruleId = 'rule_1') =>
    callAutomation(bar, {
      method: 'POST',
      resource: '/v1/rules/{ruleId}/undo',
      params: { ruleId },
      body: { since },
    });

  /** Three comments, an hour apart, that the rule answers. */
  async function threeAnswers(bar: Conversation): Promise<string[]> {
    await bar.addRule(aRule({ version: 2, limits: { authorCooldownMinutes: 0 } }));
    const ids = [];
    for (const externalId of ['a', 'b', 'c']) {
      const id = await bar.hear({ externalId, commentedAt: bar.clock.now() });
      bar.clock.advance({ seconds: 120 });
      expect(await bar.send(id)).toBe('replied');
      bar.clock.advance({ hours: 1 });
      ids.push(id);
    }
    return ids;
  }

  async function undone(bar: Conversation, since: string) {
    const { status, body } = await undo(bar, since);
    expect([status, body.kind]).toEqual([202, 'rule_undo']);
    await workOff(bar);
    const { result } = await bar.deps.jobs.get(bar.context, body.jobId);
    const list = async (name: string) =>
      (
        await callAutomation(bar, {
          method: 'GET',
          resource: '/v1/rules/{ruleId}/undo/{jobId}',
          params: { ruleId: 'rule_1', jobId: body.jobId },
          query: { list: name },
          role: 'viewer',
        })
      ).body.items;
    return {
      jobId: body.jobId,
      result,
      deleted: await list('deleted'),
      notDeleted: await list('not_deleted'),
    };
  }

  it('deletes what a rule posted since a time, hands it to people, and keeps the record of who and when', async () => {
    const bar = conversation();
    const [first = '', second = '', third = ''] = await threeAnswers(bar);
    const { result, deleted } = await undone(bar, '2026-11-20T13:00:00.000Z');
    expect(result).toEqual({ deleted: 2, notDeleted: 0 });
    expect(deleted.map((one: { interactionId: string }) => one.interactionId)).toEqual([third, second]);
    expect(['a', 'b', 'c'].map((id) => bar.platform.repliesTo(id))).toEqual([['Thank you so much!'], [], []]);
    const now = bar.clock.now();
    expect(await bar.interaction(second)).toMatchObject({
      status: 'manual',
      reply: null,
      manualReason: { code: 'reply_undone' },
      undoneReply: { ruleId: 'rule_1', externalReplyId: 'b_reply_1', undoneAt: now, undoneBy: 'mem_ana' },
    });
    expect(await bar.interaction(first)).toMatchObject({ status: 'replied', undoneReply: null });
    const records = (await bar.executions()).map(({ interactionId, undoneBy }) => [interactionId, undoneBy]);
    expect(records).toEqual([
      [third, 'mem_ana'],
      [second, 'mem_ana'],
      [first, undefined],
    ]);
    expect(
      timelineOf(await bar.interaction(second))
        .slice(-2)
        .map(({ text }) => text),
    ).toEqual(['Answered by a rule.', 'Waits for a person. A person had the rule’s reply deleted again.']);
  });

  it('AR-02 leaves automation no second answer, also when a person reopens the comment and its author edits it', async () => {
    const bar = conversation();
    const [id = ''] = await threeAnswers(bar);
    await undone(bar, '2026-11-20T12:00:00.000Z');
    await updateInteraction(bar.deps, bar.context, { interactionId: id, marks: { status: 'new' } });
    const edited = aCaptured({
      externalId: 'a',
      text: 'Your espresso is wonderful!',
      capturedAt: bar.clock.now(),
    });
    await bar.takeIn([{ kind: 'seen', interaction: edited }]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'new',
      decision: { outcome: 'recorded', reason: 'already_answered' },
      pendingReply: null,
    });
  });

  it('says what it could not delete, and why', async () => {
    const bar = conversation();
    const [first = ''] = await threeAnswers(bar);
    bar.platform.removalFailure = new ProviderError('permission_missing', 'A permission is missing.');
    const refused = await undone(bar, '2026-11-20T12:00:00.000Z');
    expect(refused.result).toEqual({ deleted: 0, notDeleted: 3 });
    expect(refused.notDeleted.at(-1)).toEqual({
      interactionId: first,
      externalReplyId: 'a_reply_1',
      text: 'Thank you so much!',
      repliedAt: '2026-11-20T12:02:00.000Z',
      reason: 'permission_missing',
      detail: 'A permission is missing.',
    });
    bar.accounts = [anAccount({ status: 'needs_reconnect' })];
    const unconnected = await undone(bar, '2026-11-20T12:00:00.000Z');
    expect(unconnected.notDeleted[0]).toMatchObject({ reason: 'account_not_connected' });
    expect(await bar.interaction(first)).toMatchObject({ status: 'replied', undoneReply: null });
  });

  it('counts as deleted what is gone already, and does a slice again without harm', async () => {
    const bar = conversation();
    await threeAnswers(bar);
    bar.platform.removeReply('a_reply_1');
    const { body } = await undo(bar, '2026-11-20T12:00:00.000Z');
    const [message] = bar.slices;
    if (!message) throw new Error('No slice was asked for.');
    await deliverSlice(bar, message);
    await workOff(bar);
    expect((await bar.deps.jobs.get(bar.context, body.jobId)).result).toEqual({ deleted: 3, notDeleted: 0 });
    expect((await undone(bar, '2026-11-20T12:00:00.000Z')).result).toEqual({ deleted: 3, notDeleted: 0 });
    expect((await bar.executions()).length).toBe(3);
  });

  it('AR-12 ends an answer whose worker died over its end, so that nobody misses it and posts it again', async () => {
    const bar = conversation();
    const id = await bar.hear({ externalId: 'a' });
    bar.clock.advance({ seconds: 120 });
    const { interactions } = bar.deps;
    const save = interactions.save;
    interactions.save = (context, write) => {
      if (!write.recordedAhead) return save(context, write);
      return interactions.ensureRecorded(context, write.recordedAhead).then(() => {
        throw new Error('died');
      });
    };
    await expect(bar.send(id)).rejects.toThrow('died');
    interactions.save = save;
    expect((await undone(bar, '2026-11-20T12:00:00.000Z')).result).toEqual({ deleted: 1, notDeleted: 0 });
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'reply_undone' },
      pendingReply: null,
      undoneReply: { externalReplyId: 'a_reply_1', repliedAt: '2026-11-20T12:02:00.000Z' },
    });
    expect(await bar.executions()).toMatchObject([{ outcome: 'replied', undoneBy: 'mem_ana' }]);
    bar.clock.advance({ hours: 1 });
    expect(await bar.send(id)).toBe('not_due');
    expect(bar.platform.allReplies).toEqual([]);
  });

  it('works for a rule that is deleted, and for no other', async () => {
    const bar = conversation();
    await threeAnswers(bar);
    const rule = await bar.deps.rules.find(bar.context, 'rule_1');
    if (rule) await bar.deps.rules.delete(bar.context, rule, { enabled: [], version: 3 });
    expect(await undo(bar, '2026-11-20T12:00:00.000Z')).toMatchObject({ status: 202 });
    expect(await undo(bar, '2026-11-20T12:00:00.000Z', 'rule_x')).toMatchObject({ status: 404 });
    expect(await undo(bar, '2026-09-20T12:00:00.000Z')).toMatchObject({
      status: 400,
      body: { code: 'period_too_long' },
    });
  });
});
