import { describe, expect, it } from 'vitest';
import { createAnalyticsHandler } from '../../../../lambdas/api/analytics/index.ts';
import type { ActivityLog } from '../../../../shared/core/activity/activity-event.ts';
import type { Change } from '../../../../shared/core/activity/change.ts';
import { countChanges } from '../../../../shared/core/activity/count-changes.ts';
import { ObservedItem } from '../../../../shared/core/activity/observed-item.ts';
import type { Execution } from '../../../../shared/core/automation/execution.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import { callAutomation } from '../../../support/automation-desk.ts';
import { aChange } from '../../../support/changes.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { aCaptured, aRule } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';

const Nobody = { externalId: null, name: 'Lena', avatarUrl: null, followers: null, verified: null };

describe('what automation did', () => {
  const conversation = eachWithConversation();

  /** The stream tells of everything that is stored now, as if it had just been written. */
  async function count(bar: Conversation, ids: readonly string[]): Promise<Execution[]> {
    const { organizationId } = bar.context;
    const interactions = await Promise.all(ids.map((id) => bar.interaction(id)));
    const executions = await bar.executions();
    const items = [
      ...interactions.map((item) => ({ type: 'Interaction', ...item })),
      ...executions.map((item) => ({ type: 'Execution', ...item })),
    ];
    const changes = items.map((item, index): Change => {
      const source = item.type === 'Execution' ? 'EXEC' : 'INT#0';
      const identity = { organizationId, source, sequenceNumber: String(index + 1) };
      return aChange({ after: ObservedItem.parse(item) }, identity);
    });
    await countChanges(bar.deps, changes);
    await countChanges(bar.deps, changes);
    return executions;
  }

  /** Two are answered, one is refused, one waits too long for its limit, and two are stopped by safety. */
  async function aDay(bar: Conversation): Promise<string[]> {
    await bar.addRule(aRule({ version: 2, limits: { authorCooldownMinutes: 0 } }));
    const texts = ['One', 'Two', 'Three', 'Is it safe while pregnant?', 'My lawyer will call you.'];
    const ids = [];
    for (const [index, text] of texts.entries()) {
      ids.push(await bar.hear({ externalId: `comment_${index}`, text, author: Nobody }));
    }
    bar.clock.advance({ seconds: 120 });
    const refused = { kind: 'refused', code: 'not_allowed', reason: 'Comments are closed' } as const;
    bar.platform.failNext({ effect: false, outcome: refused });
    for (const id of ids.slice(0, 3)) await bar.send(id);
    return ids;
  }

  async function analytics(bar: Conversation) {
    const activity: ActivityLog = {
      follow: async (_context, now) => now,
      append: async () => undefined,
      since: async function* () {},
    };
    const handler = createAnalyticsHandler({ ...bar.deps, activity }, { clock: bar.clock });
    const event = anApiEvent({
      method: 'GET',
      resource: '/v1/analytics/automation',
      query: { from: '2026-11-20', to: '2026-11-20' },
      authorizer: aMember('viewer', bar.context.organizationId),
    });
    const { statusCode, body } = await handler(event, aLambdaContext());
    return { status: statusCode, body: JSON.parse(body) };
  }

  it('AR-15 counts what was processed, answered and stopped, each once, and how the rules did', async () => {
    const bar = conversation();
    await count(bar, await aDay(bar));
    const { status, body } = await analytics(bar);
    expect(status).toBe(200);
    expect(body.figures).toEqual({
      processed: 5,
      autoReplied: 2,
      autoRepliedShare: 0.4,
      blocked: { medical: 1, escalation: 1, blocklist: 0, limit: 0, other: 0 },
      failed: 1,
      unconfirmed: 0,
      cancelled: 0,
      webhooksSent: 0,
      dryRun: 0,
      averageProcessingSeconds: 0,
    });
    expect(body.days).toEqual([{ day: '2026-11-20', processed: 5, autoReplied: 2 }]);
    expect(body.previous.figures).toMatchObject({ processed: 0, autoRepliedShare: null });
    expect(body.rules).toEqual([
      {
        ruleId: 'rule_1',
        name: 'Thank for praise',
        fired: 3,
        succeeded: 2,
        failed: 1,
        successShare: 2 / 3,
        today: 2,
        lastFiredAt: '2026-11-20T12:02:00.000Z',
      },
    ]);
  });

  it('AR-15 shows every rule with its figures of 30 days, one that never fired and one that is gone, too', async () => {
    const bar = conversation();
    await count(bar, await aDay(bar));
    await bar.addRule(aRule({ ruleId: 'rule_2', name: 'Never', priority: 300 }));
    const first = await bar.deps.rules.find(bar.context, 'rule_1');
    if (first) await bar.deps.rules.delete(bar.context, first, { enabled: [], version: 4 });
    const { body } = await callAutomation(bar, { method: 'GET', resource: '/v1/rules/figures' });
    expect(body.items).toEqual([
      expect.objectContaining({ ruleId: 'rule_1', name: null, fired: 3, succeeded: 2 }),
      {
        ruleId: 'rule_2',
        name: 'Never',
        fired: 0,
        succeeded: 0,
        failed: 0,
        successShare: null,
        today: 0,
        lastFiredAt: null,
      },
    ]);
  });

  it('AR-15 keeps what was counted when a record has had its time', async () => {
    const bar = conversation();
    const [execution] = await count(bar, await aDay(bar));
    const before = ObservedItem.parse({ type: 'Execution', ...execution });
    const identity = { organizationId: bar.context.organizationId, source: 'EXEC', sequenceNumber: '99' };
    await countChanges(bar.deps, [aChange({ before }, identity)]);
    expect((await analytics(bar)).body.figures).toMatchObject({ autoReplied: 2, failed: 1 });
  });

  it('AR-15 says how long it took from capture to the decision, on average', async () => {
    const bar = conversation();
    const capturedAt = bar.clock.now();
    bar.clock.advance({ seconds: 30 });
    const medical = aCaptured({ text: 'Is it safe while pregnant?', capturedAt });
    await bar.takeIn([{ kind: 'seen', interaction: medical }]);
    await count(bar, []);
    expect((await analytics(bar)).body.figures).toMatchObject({ averageProcessingSeconds: 30 });
  });
});
