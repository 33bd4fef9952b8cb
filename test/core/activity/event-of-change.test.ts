import { describe, expect, it } from 'vitest';
import { eventOfChange } from '../../../shared/core/activity/event-of-change.ts';
import type { ObservedItem } from '../../../shared/core/activity/observed-item.ts';
import { aChange, anObservedInteraction, aPublishedReply } from '../../support/changes.ts';

const comment = anObservedInteraction();
const account = {
  type: 'SocialAccount',
  accountId: 'acc_page',
  name: 'Bean Bar',
  status: 'active',
  statusReason: null,
  lastSyncedAt: null,
} as const;
const suggestion = {
  type: 'Suggestion',
  suggestionId: 'sug_1',
  campaignId: 'cam_1',
  foundAt: '2026-11-20T06:00:00.000Z',
} as const;
const clipping = {
  type: 'Clipping',
  clippingId: 'cli_1',
  campaignId: 'cam_1',
  detection: 'automated',
  detectedAt: '2026-11-20T06:00:00.000Z',
} as const;
const delivery = {
  type: 'ReportDelivery',
  deliveryId: 'del_1',
  scheduleId: 'rep_1',
  occasion: 'schedule',
  period: { from: '2026-11-16', to: '2026-11-22', timeZone: 'UTC' },
  status: 'sent',
} as const;

const typeOf = (before: ObservedItem | undefined, after: ObservedItem | undefined) =>
  eventOfChange(aChange({ before, after }))?.type;

describe('the event of a change', () => {
  it('RT-01 says what happened, to what, and when, under an id that a repetition shares', () => {
    expect(eventOfChange(aChange({ after: comment }))).toEqual({
      type: 'interaction.created',
      id: '2026-11-20T12:00:00.000Z_e1',
      at: '2026-11-20T12:00:00.000Z',
      data: { interactionId: 'int_1', accountId: 'acc_page', status: 'new' },
    });
  });

  it.each<[string, ObservedItem | undefined, ObservedItem | undefined, string | undefined]>([
    ['a changed status', comment, { ...comment, status: 'manual' }, 'interaction.updated'],
    ['a read mark', comment, { ...comment, isRead: true }, 'interaction.updated'],
    ['a posted reply', comment, { ...comment, status: 'replied', reply: aPublishedReply }, 'reply.posted'],
    [
      'a tag after the reply',
      { ...comment, reply: aPublishedReply },
      { ...comment, reply: aPublishedReply, tags: ['vip'] },
      'interaction.updated',
    ],
    ['a write that changes nothing that is shown', comment, { ...comment }, undefined],
    ['a removal that was heard of first', undefined, { ...comment, status: 'deleted' }, undefined],
    ['an erased comment', comment, undefined, undefined],
    ['a new suggestion', undefined, suggestion, 'suggestion.created'],
    ['another source of a suggestion', suggestion, suggestion, undefined],
    ['a new clipping', undefined, clipping, 'clipping.created'],
    ['a connected account', undefined, account, 'account.updated'],
    ['an account that lost its token', account, { ...account, status: 'needs_reconnect' }, 'account.updated'],
    ['a report that came back', delivery, { ...delivery, status: 'bounced' }, 'report.failed'],
    [
      'a complaint about a report that came back',
      { ...delivery, status: 'bounced' },
      { ...delivery, status: 'complained' },
      undefined,
    ],
    ['a report that arrived', delivery, { ...delivery, status: 'delivered' }, undefined],
    ['an account whose lease moved', account, { ...account }, undefined],
  ])('RT-01 names %s', (_what, before, after, expected) => {
    expect(typeOf(before, after)).toBe(expected);
  });
});
