import { describe, expect, it } from 'vitest';
import { aCaptured, anAccount, aRule } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const sister = anAccount({ accountId: 'acc_sister', externalId: 'page_2', name: 'Bean Bar Roastery' });
const bySister = { ...aCaptured().author, externalId: 'page_2', name: 'Bean Bar Roastery' };

describe('the loop guard', () => {
  const conversation = eachWithConversation();

  it('AR-22 answers nothing that another account of the organization wrote, and asks no model about it', async () => {
    const bar = conversation();
    bar.accounts = [anAccount(), sister];
    const id = await bar.hear({ author: bySister });
    expect(await bar.interaction(id)).toMatchObject({
      status: 'new',
      decision: { outcome: 'recorded', reason: 'from_owner' },
      pendingReply: null,
    });
    expect([bar.modelCalls, await bar.executions()]).toEqual([[], []]);
  });

  it('AR-22 lets two accounts that answer each other’s comments stop at once', async () => {
    const bar = conversation();
    bar.accounts = [anAccount(), sister];
    await bar.addRule(aRule({ version: 2, limits: { authorCooldownMinutes: 0 } }));
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('replied');
    const [written = ''] = bar.platform.repliesTo('post_1_comment_1');
    // The answer comes in as the page's own words, and at the sister's account as those of a stranger.
    const own = await bar.hear({ externalId: 'reply_1', text: written, isFromOwner: true });
    const page = { ...aCaptured().author, externalId: 'page_1' };
    const seen = await bar.hear({ externalId: 'x', text: written, accountId: 'acc_sister', author: page });
    for (const loop of [own, seen]) expect((await bar.interaction(loop)).pendingReply).toBeNull();
    expect(bar.platform.allReplies).toHaveLength(1);
  });

  it('AR-22 does not post when the author becomes an account of the organization while the reply waits', async () => {
    const bar = conversation();
    const id = await bar.hear({ author: bySister });
    bar.accounts = [anAccount(), sister];
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect(bar.platform.allReplies).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({ manualReason: { code: 'from_owner' } });
  });

  it('AR-21 posts after a refusal the very text that it chose before, and chooses among all over many comments', async () => {
    const bar = conversation();
    const texts = ['Thank you!', 'You made our day!', 'How kind!'];
    const action = { type: 'reply_fixed', texts };
    await bar.addRule(aRule({ version: 2, action, limits: { authorCooldownMinutes: 0, perHour: 50 } }));
    const ids = [];
    for (let index = 0; index < 12; index += 1) ids.push(await bar.hear({ externalId: `c${index}` }));
    const chosen = await Promise.all(ids.map(async (id) => (await bar.interaction(id)).pendingReply?.text));
    expect(new Set(chosen)).toEqual(new Set(texts));
    const [first = ''] = ids;
    bar.clock.advance({ seconds: 120 });
    const outcome = { kind: 'refused', code: 'throttled', reason: 'HTTP 429' } as const;
    bar.platform.failNext({ effect: false, outcome });
    expect(await bar.send(first)).toBe('waiting');
    bar.clock.advance({ minutes: 15 });
    expect(await bar.send(first)).toBe('replied');
    expect(bar.platform.repliesTo('c0')).toEqual([chosen[0]]);
  });
});
