import { describe, expect, it } from 'vitest';
import { anAccount, findings } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const Comment = 'post_1_comment_1';

describe('what changes while a reply waits', () => {
  const conversation = eachWithConversation();

  it('AR-13 closes what the owner answered on the platform meanwhile', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.platform.answer(Comment, 'Thanks, Lena!');
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect(bar.platform.repliesTo(Comment)).toEqual(['Thanks, Lena!']);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'closed',
      reply: { text: 'Thanks, Lena!', repliedBy: 'user' },
    });
    expect(await bar.executions()).toMatchObject([{ outcome: 'cancelled', reason: 'answered_on_platform' }]);
  });

  it('AR-13 does not answer a comment that was deleted', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.platform.remove(Comment);
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect(await bar.interaction(id)).toMatchObject({ status: 'deleted' });
    expect(await bar.executions()).toMatchObject([{ outcome: 'cancelled', reason: 'deleted_on_platform' }]);
  });

  it('AR-13 I2 never posts to an edited text what was meant for another, and decides anew', async () => {
    const bar = conversation();
    bar.findingsOf = (text) => findings({ isMedicalQuestion: text.includes('ill') });
    const id = await bar.hear();
    bar.platform.show(Comment, 'It made me feel ill.');
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('waiting');
    expect(bar.platform.allReplies).toEqual([]);

    await bar.takeIn(bar.recaptured.map((interaction) => ({ kind: 'seen', interaction })));
    bar.clock.advance({ hours: 1 });
    expect(await bar.send(id)).toBe('not_due');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      revision: 2,
      text: 'It made me feel ill.',
      manualReason: { code: 'medical' },
    });
    expect(await bar.executions()).toMatchObject([
      { revision: 2, outcome: 'blocked', blockedBy: 'safety:medical' },
      { revision: 1, outcome: 'cancelled', reason: 'edited' },
    ]);
  });

  it('AR-13 hands replies of a disconnected account to people, without asking the platform', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.accounts = [anAccount({ status: 'disconnected' })];
    bar.platform.nextLook = { kind: 'unavailable', reason: 'There is no token.' };
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('ended');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'account_disconnected' },
    });
  });

  it('CM-03 AR-10 waits for an account to be reconnected, until it is too late', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.accounts = [anAccount({ status: 'needs_reconnect' })];
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('waiting');
    expect(await bar.interaction(id)).toMatchObject({
      pendingReply: { waitingFor: 'needs_reconnect', nextAt: '2026-11-20T12:17:00.000Z' },
    });
    bar.clock.advance({ hours: 24 });
    expect(await bar.send(id)).toBe('ended');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'send_window_passed' },
    });
  });

  it('AR-02 I8 checks the blocklist again right before the post', async () => {
    const bar = conversation();
    const id = await bar.hear();
    await bar.deps.blocklists.save(bar.context, {
      words: ['flat white'],
      expressions: [],
      updatedAt: null,
      version: 1,
    });
    bar.clock.advance({ seconds: 120 });
    await bar.send(id);
    expect(bar.platform.allReplies).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'blocklist' },
    });
    expect(await bar.executions()).toMatchObject([{ outcome: 'blocked', blockedBy: 'blocklist' }]);
  });

  it('AR-18 holds waiting replies while automation is paused, and sends them afterwards', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.organization = { ...bar.organization, automationPausedAt: bar.clock.now() };
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('waiting');
    bar.organization = { ...bar.organization, automationPausedAt: null };
    bar.clock.advance({ minutes: 5 });
    expect(await bar.send(id)).toBe('replied');
  });

  it('AR-10 hands over what could not be sent within 24 hours of capture', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ hours: 24, seconds: 1 });
    expect(await bar.send(id)).toBe('ended');
    expect(bar.platform.allReplies).toEqual([]);
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'send_window_passed' },
    });
  });
});
