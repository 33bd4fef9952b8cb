import type { Change } from '../activity/change.ts';
import type { ObservedExecution, ObservedInteraction, ObservedItem } from '../activity/observed-item.ts';
import { derivedId } from '../kernel/ids.ts';
import type { OccurredEvent } from './delivery.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** An event, and the endpoint that a rule sends it to whether it subscribes to it or not. */
export interface PublishedEvent extends OccurredEvent {
  webhookId: string | null;
}

/**
 * The events that a change of a stored item means to the outside (AR-19). What the organization's own accounts write
 * is none; a repetition of the change gives the same events under the same ids.
 */
export function webhookEventsOf(change: Change): PublishedEvent[] {
  const { after, before, organizationId, eventId, at } = change;
  if (!after) return [];
  return eventsOf(after, before, at).map((event) => {
    const target = after.type === 'Execution' ? after : null;
    return {
      // A rule sends an interaction to its webhook once, whatever happens to the interaction later (AR-08).
      eventId:
        target?.webhookId === undefined
          ? derivedId('evt', organizationId, eventId, event.type)
          : derivedId('evt', organizationId, target.interactionId, target.ruleId ?? '', target.webhookId),
      event,
      webhookId: target?.webhookId ?? null,
    };
  });
}

function eventsOf(after: ObservedItem, before: ObservedItem | undefined, at: string): WebhookEvent[] {
  switch (after.type) {
    case 'Interaction':
      return interactionEvents(after, before?.type === 'Interaction' ? before : undefined, at);
    case 'Execution':
      return before ? [] : [executed(after)];
    case 'Suggestion': {
      const { suggestionId, campaignId } = after;
      const data = { suggestionId, campaignId };
      return before ? [] : [{ type: 'suggestion.created', timestamp: at, data }];
    }
    case 'Clipping': {
      const { clippingId, campaignId, detection } = after;
      const data = { clippingId, campaignId, detection };
      return before ? [] : [{ type: 'clipping.created', timestamp: at, data }];
    }
    case 'ReportDelivery': {
      const { deliveryId, scheduleId, occasion, period, status } = after;
      const wasSent = before?.type === 'ReportDelivery' && before.status === 'sent';
      if (status !== 'sent' || wasSent) return [];
      return [{ type: 'report.sent', timestamp: at, data: { deliveryId, scheduleId, occasion, period } }];
    }
    case 'SocialAccount': {
      const { accountId, status, statusReason } = after;
      const wasLost = before?.type === 'SocialAccount' && before.status === 'needs_reconnect';
      if (status !== 'needs_reconnect' || wasLost) return [];
      const data = { accountId, reason: statusReason };
      return [{ type: 'account.needs_reconnect', timestamp: at, data }];
    }
    default:
      return [];
  }
}

function interactionEvents(
  after: ObservedInteraction,
  before: ObservedInteraction | undefined,
  at: string,
): WebhookEvent[] {
  if (after.isFromOwner) return [];
  const { interactionId, accountId, provider, contentId, kind, status, commentedAt, reply, decision } = after;
  const comment = { interactionId, accountId, provider, contentId, kind, status };
  const events: WebhookEvent[] = [];
  if (!before && status !== 'deleted') {
    events.push({ type: 'comment.captured', timestamp: at, data: { ...comment, commentedAt } });
  }
  if (decision?.ruleId && decision.decidedAt !== before?.decision?.decidedAt) {
    const { ruleId, outcome, reason, blockedBy } = decision;
    const data = { ...comment, ruleId, outcome, reason, blockedBy };
    events.push({ type: 'automation.triggered', timestamp: at, data });
  }
  if (reply && reply.externalReplyId !== before?.reply?.externalReplyId) {
    const { repliedBy, repliedAt, externalReplyId } = reply;
    const data = { ...comment, repliedBy, repliedAt, externalReplyId };
    events.push({ type: 'comment.replied', timestamp: at, data });
  }
  return events;
}

function executed(execution: ObservedExecution): WebhookEvent {
  const { executionId, interactionId, accountId, provider, ruleId, actionType } = execution;
  const { outcome, success, reason, blockedBy, externalReplyId } = execution;
  return {
    type: 'automation.executed',
    timestamp: execution.completedAt,
    data: {
      ...{ executionId, interactionId, accountId, provider, ruleId, actionType },
      ...{ outcome, success, reason, blockedBy, externalReplyId },
    },
  };
}
