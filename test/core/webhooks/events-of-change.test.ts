import { describe, expect, it } from 'vitest';
import type { ObservedExecution, ObservedItem } from '../../../shared/core/activity/observed-item.ts';
import { newDelivery } from '../../../shared/core/webhooks/delivery.ts';
import { webhookEventsOf } from '../../../shared/core/webhooks/events-of-change.ts';
import { WebhookEvent } from '../../../shared/core/webhooks/webhook-event.ts';
import { aChange, anObservedInteraction, aPublishedReply } from '../../support/changes.ts';

const At = '2026-11-20T12:00:00.000Z';
const comment = anObservedInteraction();
const decision = {
  decidedAt: At,
  outcome: 'reply',
  reason: 'rule_matched',
  blockedBy: null,
  ruleId: 'rule_1',
} as const;
const execution: ObservedExecution = {
  type: 'Execution',
  executionId: 'exe_1',
  interactionId: 'int_1',
  accountId: 'acc_page',
  provider: 'facebook',
  ruleId: 'rule_1',
  actionType: 'reply_fixed',
  outcome: 'replied',
  success: true,
  reason: 'posted',
  blockedBy: null,
  externalReplyId: 'reply_1',
  processingMilliseconds: 500,
  completedAt: '2026-11-20T11:59:59.000Z',
};
const told: ObservedExecution = {
  ...execution,
  actionType: 'send_webhook',
  outcome: 'webhook_sent',
  webhookId: 'whk_1',
  externalReplyId: null,
};
const account = {
  type: 'SocialAccount',
  accountId: 'acc_page',
  name: 'Bean Bar',
  status: 'active',
  statusReason: null,
  lastSyncedAt: null,
} as const;
const lost = { ...account, status: 'needs_reconnect', statusReason: 'The token ended.' } as const;
const suggestion = { type: 'Suggestion', suggestionId: 'sug_1', campaignId: 'cam_1', foundAt: At } as const;
const clipping = {
  type: 'Clipping',
  clippingId: 'cli_1',
  campaignId: 'cam_1',
  detection: 'automated',
  detectedAt: At,
} as const;
const report = {
  type: 'ReportDelivery',
  deliveryId: 'del_1',
  scheduleId: 'rep_1',
  occasion: 'schedule',
  period: { from: '2026-11-09', to: '2026-11-15', timeZone: 'Europe/Berlin' },
  status: 'sending',
} as const;
const webhook = {
  type: 'Webhook',
  webhookId: 'whk_1',
  enabled: true,
  disabledReason: null,
  failingSince: null,
} as const;

type Images = { before?: ObservedItem; after?: ObservedItem };
const eventsOf = (images: Images) => webhookEventsOf(aChange(images)).map(({ event }) => event);
const typesOf = (images: Images) => eventsOf(images).map(({ type }) => type);
const about = {
  interactionId: 'int_1',
  accountId: 'acc_page',
  provider: 'facebook',
  contentId: 'con_1',
  kind: 'comment',
};

describe('the events of a change', () => {
  it('AR-19 tell of a comment and of the rule that takes it, in ids and outcomes alone', () => {
    const after = anObservedInteraction({ decision, status: 'reply_scheduled', note: 'call her' });
    expect(eventsOf({ after })).toEqual([
      {
        type: 'comment.captured',
        timestamp: At,
        data: { ...about, status: 'reply_scheduled', commentedAt: comment.commentedAt },
      },
      {
        type: 'automation.triggered',
        timestamp: At,
        data: {
          ...about,
          status: 'reply_scheduled',
          ruleId: 'rule_1',
          outcome: 'reply',
          reason: 'rule_matched',
          blockedBy: null,
        },
      },
    ]);
  });

  it('AR-19 tell of a reply without what it says', () => {
    const after = { ...comment, status: 'replied', reply: aPublishedReply } as const;
    expect(eventsOf({ before: comment, after })).toEqual([
      {
        type: 'comment.replied',
        timestamp: At,
        data: {
          ...about,
          status: 'replied',
          repliedBy: 'automation',
          repliedAt: aPublishedReply.repliedAt,
          externalReplyId: 'reply_1',
        },
      },
    ]);
    expect(JSON.stringify(eventsOf({ before: comment, after }))).not.toContain(aPublishedReply.text);
  });

  it.each<[string, Images, string[]]>([
    ['a message', { after: { ...comment, kind: 'direct_message' } }, ['comment.captured']],
    ['its own account', { after: { ...comment, isFromOwner: true } }, []],
    ['a removal that was heard of first', { after: { ...comment, status: 'deleted' } }, []],
    ['a read mark', { before: comment, after: { ...comment, isRead: true } }, []],
    ['a decision made anew', { before: comment, after: { ...comment, decision } }, ['automation.triggered']],
    [
      'a decision that stands',
      { before: { ...comment, decision }, after: { ...comment, decision, isRead: true } },
      [],
    ],
    ['no rule', { before: comment, after: { ...comment, decision: { ...decision, ruleId: null } } }, []],
    ['an execution', { after: execution }, ['automation.executed']],
    ['an execution written again', { before: execution, after: execution }, []],
    ['a suggestion', { after: suggestion }, ['suggestion.created']],
    ['a suggestion with one more source', { before: suggestion, after: suggestion }, []],
    ['a clipping', { after: clipping }, ['clipping.created']],
    ['a report on its way', { after: report }, []],
    ['a report that left', { before: report, after: { ...report, status: 'sent' } }, ['report.sent']],
    [
      'a report that arrived',
      { before: { ...report, status: 'sent' }, after: { ...report, status: 'sent' } },
      [],
    ],
    ['an account that lost its access', { before: account, after: lost }, ['account.needs_reconnect']],
    ['an account that still has none', { before: lost, after: lost }, []],
    ['an account that has it back', { before: lost, after: account }, []],
    ['a webhook', { after: webhook }, []],
    ['an erasure', { before: comment }, []],
  ])('AR-19 name %s', (_what, images, expected) => {
    expect(typesOf(images)).toEqual(expected);
  });

  it('AR-19 are complete by their own schema, and name a report without its recipient', () => {
    const all = [execution, suggestion, clipping, lost, { ...report, status: 'sent' as const }].flatMap(
      (after) => eventsOf({ after }),
    );
    expect(all.map((event) => WebhookEvent.parse(event))).toEqual(all);
    expect(all.at(-1)).toEqual({
      type: 'report.sent',
      timestamp: At,
      data: { deliveryId: 'del_1', scheduleId: 'rep_1', occasion: 'schedule', period: report.period },
    });
  });

  it('AR-19 carry the same ids when the change is delivered again, so that a delivery exists once', () => {
    const twice = [1, 2].map(() => webhookEventsOf(aChange({ after: comment })));
    expect(twice[0]).toEqual(twice[1]);
    const [event] = twice[0] ?? [];
    if (!event) throw new Error('No event.');
    expect(newDelivery(event, 'whk_1', At)).toEqual({ ...newDelivery(event, 'whk_1', At), version: 1 });
    expect(newDelivery(event, 'whk_1', At).deliveryId).not.toBe(newDelivery(event, 'whk_2', At).deliveryId);
    expect(webhookEventsOf(aChange({ after: comment }, { eventId: 'e2' }))[0]?.eventId).not.toBe(
      event.eventId,
    );
  });

  it('AR-08 send an interaction to the webhook of a rule under one id, whatever happens to it later', () => {
    const [first] = webhookEventsOf(aChange({ after: told }));
    const later = { ...told, executionId: 'exe_2', completedAt: '2026-11-21T12:00:00.000Z' };
    const [second] = webhookEventsOf(aChange({ after: later }, { eventId: 'e2' }));

    expect(first).toMatchObject({ webhookId: 'whk_1', event: { type: 'automation.executed' } });
    expect(second?.eventId).toBe(first?.eventId);
    expect(webhookEventsOf(aChange({ after: execution }))[0]?.webhookId).toBeNull();
  });
});
