import { describe, expect, it } from 'vitest';
import { callAutomation, deliverSlice, workOff } from '../../../support/automation-desk.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { aRule } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';

describe('the kill switch', () => {
  const conversation = eachWithConversation();

  const pause = (bar: Conversation, paused: boolean) =>
    callAutomation(bar, { method: 'PUT', resource: '/v1/automation/pause', body: { paused } });
  const state = async (bar: Conversation) =>
    (await callAutomation(bar, { method: 'GET', resource: '/v1/automation' })).body;
  const drop = (bar: Conversation) =>
    callAutomation(bar, { method: 'POST', resource: '/v1/automation/held-replies/drop' });

  async function twoWaiting(bar: Conversation): Promise<string[]> {
    await bar.addRule(aRule({ version: 2, limits: { authorCooldownMinutes: 0 } }));
    return [await bar.hear({ externalId: 'a' }), await bar.hear({ externalId: 'b' })];
  }

  async function statusesOf(bar: Conversation, ids: readonly string[]) {
    const interactions = await Promise.all(ids.map((id) => bar.interaction(id)));
    return interactions.map(({ status, manualReason }) => [status, manualReason?.code ?? null]);
  }

  it('AR-18 holds what waits, and shows since when, by whom and how many', async () => {
    const bar = conversation();
    const ids = await twoWaiting(bar);
    await pause(bar, true);
    bar.clock.advance({ seconds: 120 });
    for (const id of ids) expect(await bar.send(id)).toBe('waiting');
    expect(bar.platform.allReplies).toEqual([]);
    expect(await state(bar)).toEqual({
      pausedAt: '2026-11-20T12:00:00.000Z',
      pausedBy: 'mem_ana',
      dryRun: false,
      enabledRules: 1,
      heldReplies: { count: 2, isComplete: true },
    });
  });

  it('AR-18 releases what it held: what is overdue is posted at once, after its recheck', async () => {
    const bar = conversation();
    const [first = '', second = ''] = await twoWaiting(bar);
    await pause(bar, true);
    bar.clock.advance({ seconds: 120 });
    for (const id of [first, second]) await bar.send(id);
    bar.platform.answer('b', 'We are glad!');
    const resumed = await pause(bar, false);
    expect(resumed.body).toMatchObject({ pausedAt: null, pausedBy: null, heldReplies: null });
    await workOff(bar);
    expect(bar.woken.map(({ interactionId }) => interactionId).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect([await bar.send(first), await bar.send(second)]).toEqual(['replied', 'ended']);
    expect(await bar.deps.jobs.get(bar.context, resumed.body.releaseJobId)).toMatchObject({
      kind: 'held_release',
      status: 'succeeded',
      result: { released: 2 },
    });
  });

  it('AR-10 AR-18 hands to people what became too late while it was held', async () => {
    const bar = conversation();
    const [id = ''] = await twoWaiting(bar);
    await pause(bar, true);
    bar.clock.advance({ seconds: 120 });
    await bar.send(id);
    bar.clock.advance({ hours: 25 });
    await pause(bar, false);
    await workOff(bar);
    expect(await bar.send(id)).toBe('ended');
    expect(await statusesOf(bar, [id])).toEqual([['manual', 'send_window_passed']]);
  });

  it('AR-18 drops all that it holds into the manual queue, and stays on', async () => {
    const bar = conversation();
    const ids = await twoWaiting(bar);
    await pause(bar, true);
    const { status, body } = await drop(bar);
    expect([status, body.kind, body.status]).toEqual([202, 'held_drop', 'running']);
    await workOff(bar);
    expect(await bar.deps.jobs.get(bar.context, body.jobId)).toMatchObject({
      status: 'succeeded',
      doneParts: 1,
      result: { dropped: 2 },
    });
    expect(await statusesOf(bar, ids)).toEqual([
      ['manual', 'dropped_by_person'],
      ['manual', 'dropped_by_person'],
    ]);
    expect(await state(bar)).toMatchObject({ pausedBy: 'mem_ana', heldReplies: { count: 0 } });
    expect(await bar.executions()).toMatchObject([
      { outcome: 'blocked', blockedBy: 'kill_switch', reason: 'dropped_by_person' },
      { outcome: 'blocked', blockedBy: 'kill_switch', reason: 'dropped_by_person' },
    ]);
  });

  it('AR-12 AR-18 says of a dropped reply that it may be published, when nobody knows', async () => {
    const bar = conversation();
    const [id = ''] = await twoWaiting(bar);
    bar.clock.advance({ seconds: 120 });
    bar.platform.failNext({ effect: true, outcome: { kind: 'uncertain', reason: 'time-out' } });
    await bar.send(id);
    await pause(bar, true);
    await drop(bar);
    await workOff(bar);
    expect(await statusesOf(bar, [id])).toEqual([['manual', 'may_be_answered']]);
  });

  it('AR-18 drops nothing while automation runs', async () => {
    const bar = conversation();
    await twoWaiting(bar);
    expect(await drop(bar)).toMatchObject({ status: 409, body: { code: 'automation_not_paused' } });
  });

  it('ST-03 does a slice of long work once, however often its message comes', async () => {
    const bar = conversation();
    const ids = await Promise.all(
      Array.from({ length: 130 }, (_, index) => bar.hear({ externalId: `comment_${index}` })),
    );
    await pause(bar, true);
    const { body } = await drop(bar);
    const [first] = bar.slices;
    if (!first) throw new Error('No slice was asked for.');
    const results = [await deliverSlice(bar, first), await deliverSlice(bar, first)];
    expect([results, bar.slices.map(({ slice }) => slice)]).toEqual([
      [true, true],
      [0, 1, 1],
    ]);
    await workOff(bar);
    expect(await bar.deps.jobs.get(bar.context, body.jobId)).toMatchObject({
      status: 'succeeded',
      result: { dropped: 130 },
    });
    expect(new Set((await statusesOf(bar, ids)).map(([status]) => status))).toEqual(new Set(['manual']));
  });
});
