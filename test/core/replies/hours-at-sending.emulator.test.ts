import { describe, expect, it } from 'vitest';
import { aRule } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

/** Comments come on a Friday at noon (UTC). */
const until = (to: string, grid: Record<string, { from: string; to: string }[]> = {}) => ({
  timeZone: 'UTC',
  friday: [{ from: '09:00', to }],
  ...grid,
});

describe('active hours at the moment of posting', () => {
  const conversation = eachWithConversation();

  it('AR-20 lets a reply that falls outside wait for the next active hour', async () => {
    const bar = conversation();
    const hours = until('12:01', { saturday: [{ from: '10:00', to: '12:00' }] });
    await bar.addRule(aRule({ version: 2, hours }));
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('waiting');
    expect((await bar.interaction(id)).pendingReply).toMatchObject({
      nextAt: '2026-11-21T10:00:00.000Z',
      waitingFor: 'outside_hours',
      reservation: null,
    });
    bar.clock.advance({ seconds: 22 * 3_600 });
    expect(await bar.send(id)).toBe('replied');
  });

  it('AR-20 hands it to people when the next active hour is after the latest send time', async () => {
    const bar = conversation();
    await bar.addRule(aRule({ version: 2, hours: until('12:01') }));
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'outside_hours' },
    });
    expect(await bar.executions()).toMatchObject([
      { outcome: 'blocked', reason: 'outside_hours', blockedBy: 'hours', ruleId: 'rule_1' },
    ]);
  });

  it('AR-20 leaves a comment that comes outside them to the next rule', async () => {
    const bar = conversation();
    await bar.addRule(aRule({ version: 2, hours: until('10:00') }));
    await bar.addRule(aRule({ ruleId: 'rule_2', priority: 200, name: 'At any time' }));
    const id = await bar.hear();
    expect((await bar.interaction(id)).decision).toMatchObject({ outcome: 'reply', ruleId: 'rule_2' });
  });

  it('AR-13 treats edited hours as another rule', async () => {
    const bar = conversation();
    const id = await bar.hear();
    await bar.addRule(aRule({ version: 2, revision: 2, hours: until('18:00') }));
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect((await bar.interaction(id)).manualReason).toMatchObject({ code: 'rule_changed' });
  });
});
