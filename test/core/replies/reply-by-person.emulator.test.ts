import { describe, expect, it } from 'vitest';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { replyByPerson } from '../../../shared/core/replies/reply-by-person.ts';
import { type Conversation, QuietSeconds } from '../../support/conversation.ts';
import { aCaptured } from '../../support/conversation-builders.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

const Comment = 'post_1_comment_1';
const Thanks = 'Thank you so much!';

describe('a person answers', () => {
  const conversation = eachWithConversation();

  const answer = (bar: Conversation, id: string, text = 'Glad you like it!') =>
    replyByPerson(bar.deps, bar.context, { interactionId: id, text, memberId: 'mem_ana' });

  it('AR-13 CM-17 takes the place of the automatic reply, which is recorded as cancelled', async () => {
    const bar = conversation();
    const id = await bar.hear();
    expect(await answer(bar, id)).toMatchObject({
      status: 'replied',
      reply: { text: 'Glad you like it!', repliedBy: 'user', memberId: 'mem_ana' },
    });
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('not_due');
    expect(bar.platform.repliesTo(Comment)).toEqual(['Glad you like it!']);
    expect(await bar.executions()).toMatchObject([{ outcome: 'cancelled', reason: 'answered_by_person' }]);
  });

  it('CM-17 gets 409 for a second answer', async () => {
    const bar = conversation();
    const id = await bar.hear();
    await answer(bar, id);
    await expect(answer(bar, id, 'Once more')).rejects.toMatchObject({
      kind: 'conflict',
      code: 'already_answered',
    });
  });

  it('CM-17 I1 cannot answer while the automatic reply is being posted', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    bar.platform.whilePosting = async () => {
      bar.platform.whilePosting = undefined;
      await expect(answer(bar, id)).rejects.toMatchObject({ code: 'reply_in_progress' });
    };
    expect(await bar.send(id)).toBe('replied');
    expect(bar.platform.repliesTo(Comment)).toEqual([Thanks]);
  });

  it('AR-12 finds a person’s reply whose answer was lost', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.platform.failNext({ effect: true, outcome: { kind: 'uncertain', reason: 'time-out' } });
    expect(await answer(bar, id)).toMatchObject({ status: 'reply_scheduled' });
    bar.clock.advance({ seconds: QuietSeconds });
    expect(await bar.send(id)).toBe('replied');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'replied',
      reply: { repliedBy: 'user', memberId: 'mem_ana' },
    });
    expect(bar.platform.repliesTo(Comment)).toEqual(['Glad you like it!']);
  });

  it('AR-12 gives an unconfirmed reply back to the person instead of repeating it', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.platform.failNext({ effect: false, outcome: { kind: 'uncertain', reason: 'time-out' } });
    await answer(bar, id);
    bar.clock.advance({ seconds: QuietSeconds });
    expect(await bar.send(id)).toBe('ended');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'reply_not_confirmed' },
    });
    expect(bar.platform.allReplies).toEqual([]);
  });

  it('AR-13 closes what the owner answered on the platform when that answer is captured', async () => {
    const bar = conversation();
    const id = await bar.hear();
    await bar.hear({
      externalId: 'own',
      isFromOwner: true,
      parentExternalId: Comment,
      text: 'Thanks!',
      kind: 'reply',
    });
    expect(await bar.interaction(id)).toMatchObject({
      status: 'closed',
      reply: { text: 'Thanks!', repliedBy: 'user' },
    });
    expect(await bar.interaction(interactionIdOf(aCaptured({ externalId: 'own' })))).toMatchObject({
      status: 'closed',
      isFromOwner: true,
      analysis: null,
      decision: null,
    });
  });

  it('AR-12 CM-17 cannot answer while nobody knows whether the automatic reply was published', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    bar.platform.failNext({ effect: true, outcome: { kind: 'uncertain', reason: 'time-out' } });
    await bar.send(id);
    await expect(answer(bar, id)).rejects.toMatchObject({ kind: 'conflict', code: 'reply_unconfirmed' });
    expect(bar.platform.allReplies).toHaveLength(1);
  });

  it('CM-10 concludes nothing from the echo of a reply that is on its way or unconfirmed', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const echo = () =>
      bar.hear({
        externalId: 'echo',
        isFromOwner: true,
        parentExternalId: Comment,
        text: Thanks,
        kind: 'reply',
      });
    bar.clock.advance({ seconds: 120 });
    bar.platform.whilePosting = async () => {
      await echo();
    };
    bar.platform.failNext({ effect: true, outcome: { kind: 'uncertain', reason: 'time-out' } });
    expect(await bar.send(id)).toBe('uncertain');
    await echo();
    bar.clock.advance({ seconds: QuietSeconds });
    expect(await bar.send(id)).toBe('replied');
    expect(await bar.interaction(id)).toMatchObject({
      status: 'replied',
      reply: { repliedBy: 'automation' },
    });
  });
});
