import { describe, expect, it } from 'vitest';
import { hashOfText } from '../../../shared/core/interactions/interaction.ts';
import type { Look } from '../../../shared/core/replies/platform.ts';
import { judgeLook } from '../../../shared/core/replies/steps.ts';
import { anInteraction, aPendingReply, Noon } from '../../support/conversation-builders.ts';

const text = 'Your flat white is wonderful!';
const interaction = anInteraction({ text, textHash: hashOfText(text) });

const attempted = aPendingReply({ state: 'uncertain', attempts: 1, attemptedAt: '2026-11-20T11:50:00.000Z' });

function found(overrides: Partial<Extract<Look, { kind: 'found' }>> = {}): Look {
  return { kind: 'found', comment: { text, isHidden: false }, replies: [], ...overrides };
}

const replied = (replyText: string, isOwn = true) => ({
  externalId: 'reply_1',
  isOwn,
  text: replyText,
  createdAt: '2026-11-20T11:50:01.000Z',
});
const ours = replied('Thank you!\nYour Bean Bar');

describe('a look before a post', () => {
  it('AR-12 is clear when the comment is as it was and only strangers answered', () => {
    expect(
      judgeLook(interaction, aPendingReply(), found({ replies: [replied('Me too!', false)] }), Noon),
    ).toEqual({
      kind: 'clear',
    });
  });

  it('AR-12 adopts our own reply after an attempt, however the platform wraps its lines', () => {
    const wrapped = { ...ours, text: 'Thank you! Your Bean Bar' };
    expect(judgeLook(interaction, attempted, found({ replies: [wrapped] }), Noon)).toEqual({
      kind: 'adopt',
      reply: wrapped,
    });
  });

  it('AR-13 takes the same words for a person’s answer when there was no attempt', () => {
    expect(judgeLook(interaction, aPendingReply(), found({ replies: [ours] }), Noon)).toEqual({
      kind: 'answered',
      reply: ours,
    });
  });

  it('AR-13 takes other words of the owner for a person’s answer, even after an attempt', () => {
    const other = replied('Thanks a lot, Lena!');
    expect(judgeLook(interaction, attempted, found({ replies: [other] }), Noon)).toEqual({
      kind: 'answered',
      reply: other,
    });
  });

  it('AR-13 sees that the comment was deleted, edited or hidden', () => {
    const look = (comment: { text: string; isHidden: boolean }) => found({ comment });
    expect([
      judgeLook(interaction, aPendingReply(), { kind: 'gone' }, Noon),
      judgeLook(interaction, aPendingReply(), look({ text: 'Changed', isHidden: false }), Noon),
      judgeLook(interaction, attempted, look({ text: 'Changed', isHidden: false }), Noon),
      judgeLook(interaction, aPendingReply(), look({ text, isHidden: true }), Noon),
      judgeLook(interaction, attempted, look({ text, isHidden: true }), Noon),
    ]).toEqual([
      { kind: 'deleted' },
      { kind: 'edited', text: 'Changed' },
      { kind: 'manual', reason: 'may_be_answered', detail: 'The comment was edited.' },
      { kind: 'manual', reason: 'comment_hidden' },
      { kind: 'manual', reason: 'may_be_answered', detail: 'The comment was hidden.' },
    ]);
  });

  it('AR-12 waits while the platform cannot be read, and hands over when it is too late', () => {
    const unavailable: Look = { kind: 'unavailable', reason: 'HTTP 500' };
    expect([
      judgeLook(interaction, aPendingReply(), unavailable, Noon),
      judgeLook(interaction, aPendingReply(), { ...unavailable, retryAfterSeconds: 600 }, Noon),
      judgeLook(interaction, aPendingReply({ latestSendAt: Noon }), unavailable, Noon),
      judgeLook(interaction, { ...attempted, latestSendAt: Noon }, unavailable, Noon),
    ]).toEqual([
      {
        kind: 'wait',
        until: '2026-11-20T12:01:00.000Z',
        waitingFor: 'platform_unavailable',
        detail: 'HTTP 500',
      },
      {
        kind: 'wait',
        until: '2026-11-20T12:10:00.000Z',
        waitingFor: 'platform_unavailable',
        detail: 'HTTP 500',
      },
      { kind: 'manual', reason: 'send_window_passed' },
      { kind: 'manual', reason: 'may_be_answered', detail: undefined },
    ]);
  });
});
