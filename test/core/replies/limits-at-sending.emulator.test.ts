import { describe, expect, it } from 'vitest';
import { aRule } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const Thanks = 'Thank you so much!';

describe('limits at the moment of posting', () => {
  const conversation = eachWithConversation();

  it('AR-10 gives the slot of a certainly failed reply back, and waits when the platform throttles', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    const throttled = {
      kind: 'refused',
      code: 'throttled',
      reason: 'Too many calls',
      retryAfterSeconds: 300,
    } as const;
    bar.platform.failNext({ effect: false, outcome: throttled });
    expect(await bar.send(id)).toBe('waiting');
    expect(await bar.deps.limits.usageOf(bar.context, 'rule_1')).toMatchObject({ slots: [], usedInDay: 0 });
    bar.clock.advance({ seconds: 300 });
    expect(await bar.send(id)).toBe('replied');
    expect(await bar.deps.limits.usageOf(bar.context, 'rule_1')).toMatchObject({ usedInDay: 1 });
  });

  it('AR-10 I4 keeps the hourly limit under concurrency, and sends the rest when the window frees', async () => {
    const bar = conversation();
    await bar.addRule(aRule({ version: 2, limits: { perHour: 3, authorCooldownMinutes: 0 } }));
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, index) => bar.hear({ externalId: `comment_${index}` })),
    );
    bar.clock.advance({ seconds: 120 });
    const results = await Promise.all(ids.map((id) => bar.send(id)));
    expect(results.filter((result) => result === 'replied')).toHaveLength(3);
    expect(results.filter((result) => result === 'waiting')).toHaveLength(5);
    bar.clock.advance({ hours: 1 });
    await Promise.all(ids.map((id) => bar.send(id)));
    expect(bar.platform.allReplies).toHaveLength(3);
    bar.clock.advance({ minutes: 1 });
    await Promise.all(ids.map((id) => bar.send(id)));
    expect(bar.platform.allReplies).toHaveLength(6);
  });

  it('AR-10 leaves an author alone for the cooldown after a reply', async () => {
    const bar = conversation();
    const [first, second] = [await bar.hear({ externalId: 'a' }), await bar.hear({ externalId: 'b' })];
    bar.clock.advance({ seconds: 120 });
    expect([await bar.send(first), await bar.send(second)]).toEqual(['replied', 'waiting']);
    bar.clock.advance({ minutes: 60 });
    expect(await bar.send(second)).toBe('not_due');
    bar.clock.advance({ minutes: 1 });
    expect(await bar.send(second)).toBe('replied');
  });

  it('AR-10 lets another rule answer when the day is spent meanwhile', async () => {
    const bar = conversation();
    await bar.addRule(aRule({ version: 2, limits: { perDay: 1, authorCooldownMinutes: 0 } }));
    const second = aRule({
      ruleId: 'rule_2',
      priority: 200,
      action: { type: 'reply_fixed', texts: ['Cheers!'] },
    });
    const [a, b] = [await bar.hear({ externalId: 'a' }), await bar.hear({ externalId: 'b' })];
    await bar.addRule(second);
    bar.clock.advance({ seconds: 120 });
    expect([await bar.send(a), await bar.send(b), await bar.send(b)]).toEqual([
      'replied',
      'waiting',
      'replied',
    ]);
    expect(bar.platform.allReplies).toEqual([Thanks, 'Cheers!']);
  });

  it('AR-10 AR-12 posts once and takes one slot when the answer to its noted intent gets lost', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    const { interactions, limits } = bar.deps;
    const save = interactions.save;
    // The client repeats a write that had its effect, and the repetition fails on its condition.
    interactions.save = async (context, write) => (await save(context, write)) && !write.limits;
    expect(await bar.send(id)).toBe('replied');
    interactions.save = save;
    expect(bar.platform.allReplies).toHaveLength(1);
    const { slots, usedInDay } = await limits.usageOf(bar.context, 'rule_1');
    expect([slots.length, usedInDay]).toEqual([1, 1]);
  });
});
