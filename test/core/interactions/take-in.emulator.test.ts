import { describe, expect, it } from 'vitest';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { updateInteraction } from '../../../shared/core/interactions/update-interaction.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { aCaptured, aRule, findings, Noon } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const seen = (overrides: Parameters<typeof aCaptured>[0] = {}) => ({
  kind: 'seen' as const,
  interaction: aCaptured(overrides),
});
const removed = {
  kind: 'removed' as const,
  removal: {
    provider: 'facebook' as const,
    accountId: 'acc_page',
    externalId: 'post_1_comment_1',
    removedAt: '2026-11-20T12:01:00.000Z',
  },
};

describe('intake', () => {
  const conversation = eachWithConversation();

  it('CM-11 CM-14 stores a comment once with its analysis and decision', async () => {
    const bar = conversation();
    const id = await bar.hear();
    expect(await bar.interaction(id)).toMatchObject({
      ...aCaptured(),
      interactionId: id,
      status: 'reply_scheduled',
      revision: 1,
      analysis: { ...findings(), analysedAt: Noon },
      decision: { outcome: 'reply', ruleId: 'rule_1' },
      version: 1,
    });
  });

  it('CM-11 stores an interaction once however often it is seen, and asks the model once', async () => {
    const bar = conversation();
    await bar.takeIn([seen(), seen(), seen({ capturedAt: addSeconds(Noon, 5), source: 'sync' })]);
    await bar.takeIn([seen()]);
    await Promise.all([bar.takeIn([seen({ externalId: 'b' })]), bar.takeIn([seen({ externalId: 'b' })])]);
    const { items } = await bar.deps.interactions.page(bar.context, {}, { limit: 10 });
    expect(items.map(({ interactionId }) => interactionId).toSorted()).toEqual(
      [interactionIdOf(aCaptured()), interactionIdOf(aCaptured({ externalId: 'b' }))].toSorted(),
    );
    expect(bar.modelCalls[0]).toEqual([aCaptured().text]);
  });

  it('CM-14 asks the model about all comments of a batch at once, and not where its answer changes nothing', async () => {
    const bar = conversation();
    await bar.deps.blocklists.save(bar.context, {
      words: ['competitor'],
      expressions: [],
      updatedAt: null,
      version: 1,
    });
    const { analyses } = await bar.takeIn([
      seen({ externalId: 'a', text: 'Lovely!' }),
      seen({ externalId: 'b', text: 'Great!' }),
      seen({ externalId: 'own', text: 'Thank you', isFromOwner: true }),
      seen({ externalId: 'emoji', text: '❤️' }),
      seen({ externalId: 'blocked', text: 'The competitor is better' }),
      seen({ externalId: 'ours', text: 'Hi', author: { ...aCaptured().author, externalId: 'page_1' } }),
    ]);
    expect(bar.modelCalls).toEqual([['Lovely!', 'Great!']]);
    expect(analyses).toEqual({ asked: 2, own: 2, wordless: 1, blocklist: 1, unautomated: 0, repeated: 0 });
  });

  it('CM-14 asks once about a text that several people wrote', async () => {
    const bar = conversation();
    const { analyses } = await bar.takeIn([
      seen({ externalId: 'a', text: 'First!' }),
      seen({ externalId: 'b', text: 'First!' }),
    ]);
    expect({ calls: bar.modelCalls, repeated: analyses.repeated }).toEqual({
      calls: [['First!']],
      repeated: 1,
    });
  });

  it('CM-14 asks nothing where no rule could answer and the organization wants no analysis then', async () => {
    const bar = conversation();
    bar.organization = { ...bar.organization, analysesWithoutRules: false };
    await bar.addRule({ ...aRule(), enabled: false, version: 2 });
    const id = await bar.hear();
    expect(bar.modelCalls).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'new',
      analysis: null,
      decision: { outcome: 'inbox', reason: 'no_automation' },
    });
  });

  it('CM-14 leaves comments to people when the budget for the model is spent', async () => {
    const bar = conversation();
    bar.deps.model = { ask: async () => ({ kind: 'over_budget' }) };
    const id = await bar.hear();
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      analysis: null,
      manualReason: { code: 'budget:model', detail: null },
      decision: { outcome: 'manual', reason: 'budget:model', blockedBy: 'budget:model' },
    });
  });

  it('CM-14 stores what the model took with one of the comments that it was asked about', async () => {
    const bar = conversation();
    const uncounted = { calls: 1, inputTokens: 700, outputTokens: 90, microUsd: 1_265 };
    const { ask } = bar.deps.model;
    bar.deps.model.ask = async (texts) => ({ ...(await ask(texts)), uncounted });
    await bar.takeIn([
      seen({ externalId: 'a', text: 'Lovely!' }),
      seen({ externalId: 'b', text: 'Lovely!' }),
      seen({ externalId: 'c', text: 'Great!' }),
    ]);
    const ids = ['a', 'b', 'c'].map((externalId) => interactionIdOf(aCaptured({ externalId })));
    const stored = await Promise.all(ids.map((id) => bar.interaction(id)));
    expect(stored.flatMap(({ modelUsage }) => modelUsage ?? [])).toEqual([uncounted]);
  });

  it('CM-13 stores own comments without analysis or decision, closed and read', async () => {
    const bar = conversation();
    const id = await bar.hear({ isFromOwner: true });
    expect(await bar.interaction(id)).toMatchObject({
      status: 'closed',
      isRead: true,
      analysis: null,
      decision: null,
    });
    expect(await bar.executions()).toEqual([]);
  });

  it('CM-11 lets a removal that arrives before its creation win', async () => {
    const bar = conversation();
    await bar.takeIn([removed]);
    const id = await bar.hear();
    expect(await bar.deps.interactions.find(bar.context, id)).toBeUndefined();
    expect(bar.modelCalls).toEqual([]);
  });

  it('AR-13 cancels the waiting reply of a comment that was removed', async () => {
    const bar = conversation();
    const id = await bar.hear();
    await bar.takeIn([removed]);
    expect(await bar.interaction(id)).toMatchObject({ status: 'deleted', pendingReply: null });
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('not_due');
    expect(await bar.executions()).toMatchObject([{ outcome: 'cancelled', reason: 'deleted_on_platform' }]);
  });

  it('AR-13 decides anew on an edited text, once', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 60 });
    await bar.hear({ text: 'Your espresso is wonderful!' });
    expect(await bar.interaction(id)).toMatchObject({
      revision: 2,
      status: 'reply_scheduled',
      pendingReply: { revision: 2, dueAt: '2026-11-20T12:03:00.000Z' },
    });
    bar.clock.advance({ seconds: 60 });
    await bar.hear({ text: 'Your tea is wonderful!' });
    expect(await bar.interaction(id)).toMatchObject({
      revision: 3,
      text: 'Your tea is wonderful!',
      status: 'manual',
      manualReason: { code: 'edited_again' },
      pendingReply: null,
    });
    expect(await bar.executions()).toMatchObject([
      { revision: 2, outcome: 'cancelled', reason: 'edited_again' },
      { revision: 1, outcome: 'cancelled', reason: 'edited' },
    ]);
  });

  it('AR-12 never decides anew on what a person has reopened: it may have been answered', async () => {
    const bar = conversation();
    const id = await bar.hear();
    for (const status of ['closed', 'new'] as const) {
      await updateInteraction(bar.deps, bar.context, { interactionId: id, marks: { status } });
    }
    bar.clock.advance({ seconds: 60 });
    await bar.hear({ text: 'Your espresso is wonderful!' });
    expect(await bar.interaction(id)).toMatchObject({
      revision: 2,
      text: 'Your espresso is wonderful!',
      status: 'new',
      decision: { outcome: 'recorded', reason: 'reopened' },
      pendingReply: null,
      reopenedAt: '2026-11-20T12:00:00.000Z',
    });
  });

  it('CM-14 leaves comments in the queue while the model has no capacity, for 15 minutes', async () => {
    const bar = conversation();
    bar.findingsOf = () => 'throttled';
    const message = seen();
    expect(await bar.takeIn([message])).toMatchObject({ done: [], later: [{ delaySeconds: 60 }] });
    expect(await bar.deps.interactions.find(bar.context, interactionIdOf(aCaptured()))).toBeUndefined();

    bar.clock.advance({ minutes: 15 });
    await bar.takeIn([message]);
    expect(await bar.interaction(interactionIdOf(aCaptured()))).toMatchObject({
      status: 'manual',
      analysis: null,
      manualReason: { code: 'analysis_missing', detail: 'unavailable' },
    });
  });

  it('CM-14 puts a comment whose analysis never fits into the manual queue', async () => {
    const bar = conversation();
    bar.findingsOf = () => findings({ confidence: 900 });
    expect(await bar.interaction(await bar.hear())).toMatchObject({
      status: 'manual',
      manualReason: { code: 'analysis_missing', detail: 'invalid' },
    });
    expect(bar.modelCalls).toHaveLength(3);
  });

  it('I7 keeps the comments of organizations apart', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const stranger = { ...bar.context, organizationId: 'org_stranger' };
    expect(await bar.deps.interactions.find(stranger, id)).toBeUndefined();
    expect(await bar.deps.interactions.page(stranger, {}, { limit: 10 })).toEqual({
      items: [],
      searchedUntil: null,
    });
  });

  it('I6 ends every comment answered, cancelled, blocked, with people, or plainly in the inbox', async () => {
    const bar = conversation();
    await bar.addRule(
      aRule({ version: 2, conditions: [{ field: 'sentiment', operator: 'equals', value: 'positive' }] }),
    );
    bar.findingsOf = (text) =>
      findings({ sentiment: text.includes('?') ? 'question' : 'positive', isSpam: text.includes('crypto') });
    const texts = {
      praise: 'Lovely!',
      question: 'Open today?',
      spam: 'Buy crypto',
      medical: 'Is it gluten free',
    };
    const entries = Object.entries(texts);
    await bar.takeIn(entries.map(([externalId, text]) => seen({ externalId, text })));
    for (const [externalId, text] of entries) bar.platform.show(externalId, text);
    bar.clock.advance({ seconds: 120 });
    for (const [externalId] of entries) await bar.send(interactionIdOf(aCaptured({ externalId })));
    const ends = await Promise.all(
      entries.map(async ([externalId]) => {
        const { status, decision } = await bar.interaction(interactionIdOf(aCaptured({ externalId })));
        return [externalId, status, decision?.reason];
      }),
    );
    expect(ends).toEqual([
      ['praise', 'replied', 'rule_matched'],
      ['question', 'manual', 'no_match'],
      ['spam', 'new', 'spam'],
      ['medical', 'manual', 'medical'],
    ]);
  });
});
