import { describe, expect, it } from 'vitest';
import { conversationIdOf } from '../../../shared/core/conversations/conversation.ts';
import { replyPrivately } from '../../../shared/core/conversations/reply-privately.ts';
import { sendMessage } from '../../../shared/core/conversations/send-message.ts';
import type { CapturedInteraction } from '../../../shared/core/interactions/captured-interaction.ts';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import type { Conversation } from '../../support/conversation.ts';
import { aRule, findings, Noon } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const lena = { externalId: 'psid_lena', name: 'Lena' };
const conversationId = conversationIdOf({ provider: 'facebook', accountId: 'acc_page', participant: lena });

describe('direct messages', () => {
  const conversation = eachWithConversation();

  const said = (overrides: Partial<CapturedInteraction> = {}): Partial<CapturedInteraction> => ({
    externalId: 'm_1',
    kind: 'direct_message',
    contentExternalId: null,
    parentExternalId: null,
    text: 'Are you open on Sunday?',
    participant: lena,
    author: { externalId: lena.externalId, name: 'Lena', avatarUrl: null, followers: null, verified: null },
    commentedAt: Noon,
    ...overrides,
  });
  const own = (overrides: Partial<CapturedInteraction> = {}) =>
    said({
      externalId: 'm_own',
      isFromOwner: true,
      text: 'Yes, until six.',
      author: { externalId: 'page_1', name: '', avatarUrl: null, followers: null, verified: null },
      commentedAt: addSeconds(Noon, 60),
      ...overrides,
    });
  const write = (bar: Conversation, text = 'Yes, we are.') =>
    sendMessage(bar.deps, bar.context, { conversationId, text, memberId: 'mem_ana' });
  const places = async (bar: Conversation) =>
    (await bar.deps.conversations.messages(bar.context, conversationId, { limit: 10 })).items;
  const statusOf = async (bar: Conversation, externalId: string) =>
    (await bar.interaction(interactionIdOf({ provider: 'facebook', accountId: 'acc_page', externalId })))
      .status;

  it('CM-05 stand in their conversation once, in whatever order and however often they come', async () => {
    const bar = conversation();
    const second = said({ externalId: 'm_2', text: 'Hello?', commentedAt: addSeconds(Noon, 30) });
    for (const message of [own(), second, said(), second, own(), said()]) await bar.hear(message);
    expect((await places(bar)).map(({ sentAt, isFromOwner }) => [sentAt, isFromOwner])).toEqual([
      [addSeconds(Noon, 60), true],
      [addSeconds(Noon, 30), false],
      [Noon, false],
    ]);
    expect((await bar.deps.conversations.page(bar.context, {}, { limit: 5 })).items).toEqual([
      {
        conversationId,
        provider: 'facebook',
        accountId: 'acc_page',
        participant: lena,
        preview: 'Yes, until six.',
        lastMessageAt: addSeconds(Noon, 60),
        isLastFromOwner: true,
        lastInboundAt: addSeconds(Noon, 30),
      },
    ]);
  });

  it('CM-15 are listed by whether the person waits for an answer', async () => {
    const bar = conversation();
    await bar.hear(said());
    const listed = async (isUnanswered: boolean) =>
      (await bar.deps.conversations.page(bar.context, { isUnanswered }, { limit: 5 })).items.length;
    expect([await listed(true), await listed(false)]).toEqual([1, 0]);
    await bar.hear(own());
    expect([await listed(true), await listed(false)]).toEqual([0, 1]);
  });

  it('AR-13 are closed when the account answers on the platform, all that came before', async () => {
    const bar = conversation();
    bar.findingsOf = () => findings({ sentiment: 'question' });
    await bar.hear(said());
    await bar.hear(said({ externalId: 'm_2', commentedAt: addSeconds(Noon, 30) }));
    await bar.hear(said({ externalId: 'm_3', commentedAt: addSeconds(Noon, 90) }));
    await bar.hear(own());
    expect([await statusOf(bar, 'm_1'), await statusOf(bar, 'm_2')]).toEqual(['closed', 'closed']);
    expect(await statusOf(bar, 'm_3')).not.toBe('closed');
  });

  it('CM-17 can be answered by people as often as they like, and tell who wrote', async () => {
    const bar = conversation();
    await bar.hear(said());
    bar.clock.advance({ seconds: 60 });
    await write(bar);
    bar.clock.advance({ seconds: 60 });
    await write(bar, 'And on Monday.');
    const sentBy = { kind: 'member', memberId: 'mem_ana' };
    expect(bar.platform.sent.map(({ text }) => text)).toEqual(['Yes, we are.', 'And on Monday.']);
    expect((await places(bar)).map((place) => place.sentBy)).toEqual([sentBy, sentBy, null]);
    expect(await statusOf(bar, 'm_1')).toBe('replied');
  });

  it('CM-10 know their own echo, whether it comes before or after the answer of the platform', async () => {
    const bar = conversation();
    await bar.hear(said());
    bar.clock.advance({ seconds: 60 });
    await bar.hear(own({ externalId: 'm_sent_1', text: 'Yes, we are.' }));
    await write(bar);
    await bar.hear(own({ externalId: 'm_sent_1', text: 'Yes, we are.' }));
    const sentBy = { kind: 'member', memberId: 'mem_ana' };
    expect((await places(bar)).map((place) => place.sentBy)).toEqual([sentBy, null]);
  });

  it('CM-17 get at most one automatic answer each, which closes no other message', async () => {
    const bar = conversation();
    await bar.addRule(aRule({ ruleId: 'rule_messages', priority: 7, scope: { kinds: ['direct_message'] } }));
    const first = await bar.hear(said({ text: 'Lovely place!' }));
    bar.findingsOf = () => findings({ sentiment: 'question' });
    await bar.hear(said({ externalId: 'm_2', commentedAt: addSeconds(Noon, 10) }));
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(first)).toBe('replied');
    const { reply } = await bar.interaction(first);
    const echo = own({ externalId: reply?.externalReplyId ?? '', text: reply?.text ?? '' });
    await bar.hear({ ...echo, commentedAt: addSeconds(Noon, 121) });
    expect(await statusOf(bar, 'm_2')).toBe('reply_scheduled');
    expect((await places(bar)).map((place) => place.sentBy)).toEqual([{ kind: 'automation' }, null, null]);
    bar.clock.advance({ seconds: 3_600 });
    expect(await bar.send(first)).toBe('not_due');
  });

  it('CM-07 cannot be written when the platform’s window is closed', async () => {
    const bar = conversation();
    await bar.hear(said());
    bar.clock.advance({ seconds: 25 * 3_600 });
    await write(bar);
    expect(bar.platform.sent).toMatchObject([{ recipient: { isLate: true } }]);
    bar.clock.advance({ seconds: 7 * 86_400 });
    await expect(write(bar)).rejects.toMatchObject({ code: 'window_closed' });
  });

  it.each([
    [{ kind: 'uncertain', reason: 'time-out' }, 'message_unconfirmed'],
    [{ kind: 'refused', code: 'window_closed', reason: 'too late' }, 'message_refused'],
  ] as const)('AR-12 are not sent again after %j', async (outcome, code) => {
    const bar = conversation();
    await bar.hear(said());
    bar.platform.nextMessage = outcome;
    await expect(write(bar)).rejects.toMatchObject({ code });
    expect(bar.platform.sent).toEqual([]);
    expect(await places(bar)).toHaveLength(1);
  });

  describe('in answer to a comment', () => {
    const answer = (bar: Conversation, interactionId: string) =>
      replyPrivately(bar.deps, bar.context, { interactionId, text: 'We write to you.', memberId: 'mem_ana' });

    it('CM-05 go to its author once, and begin a conversation', async () => {
      const bar = conversation();
      const id = await bar.hear();
      expect((await answer(bar, id)).privateReply).toEqual({
        text: 'We write to you.',
        memberId: 'mem_ana',
        sentAt: Noon,
        externalId: 'm_sent_1',
      });
      await expect(answer(bar, id)).rejects.toMatchObject({ code: 'already_answered' });
      const { items } = await bar.deps.conversations.page(bar.context, {}, { limit: 5 });
      expect(items).toMatchObject([{ participant: { externalId: 'psid_of_commenter', name: 'Lena' } }]);
    });

    it('AR-12 are never sent again when nobody knows what became of them', async () => {
      const bar = conversation();
      const id = await bar.hear();
      bar.platform.nextMessage = { kind: 'uncertain', reason: 'time-out' };
      await expect(answer(bar, id)).rejects.toMatchObject({ code: 'message_unconfirmed' });
      await expect(answer(bar, id)).rejects.toMatchObject({ code: 'already_answered' });
    });

    it('CM-05 can be tried again when the platform refused them, until seven days are over', async () => {
      const bar = conversation();
      const id = await bar.hear();
      bar.platform.nextMessage = { kind: 'refused', code: 'throttled', reason: 'too many calls' };
      await expect(answer(bar, id)).rejects.toMatchObject({ code: 'message_refused' });
      bar.clock.advance({ seconds: 7 * 86_400 + 1 });
      await expect(answer(bar, id)).rejects.toMatchObject({ code: 'window_closed' });
    });
  });
});
