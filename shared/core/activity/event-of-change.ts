import { type ActivityEvent, activityId } from './activity-event.ts';
import type { Change } from './change.ts';
import type { ObservedInteraction, ObservedItem } from './observed-item.ts';

/** The event that tells clients of a change; undefined where nothing that they show has changed. */
export function eventOfChange(change: Change): ActivityEvent | undefined {
  const { after, before } = change;
  if (!after) return undefined;
  const occasion = { id: activityId(change.at, change.eventId), at: change.at };
  switch (after.type) {
    case 'Interaction':
      return interactionEvent(occasion, after, before?.type === 'Interaction' ? before : undefined);
    case 'Suggestion': {
      const { suggestionId, campaignId } = after;
      return before
        ? undefined
        : { type: 'suggestion.created', ...occasion, data: { suggestionId, campaignId } };
    }
    case 'Clipping': {
      const { clippingId, campaignId } = after;
      return before ? undefined : { type: 'clipping.created', ...occasion, data: { clippingId, campaignId } };
    }
    case 'SocialAccount': {
      const { accountId, status } = after;
      if (before && isSame(before, after)) return undefined;
      return { type: 'account.updated', ...occasion, data: { accountId, status } };
    }
    case 'Webhook': {
      const { webhookId, enabled } = after;
      if (before && isSame(before, after)) return undefined;
      return { type: 'webhook.updated', ...occasion, data: { webhookId, enabled } };
    }
    case 'BudgetNotice': {
      const { month, percent } = after;
      return before ? undefined : { type: 'model_budget.reached', ...occasion, data: { month, percent } };
    }
    case 'ReportDelivery': {
      const { scheduleId, deliveryId, status } = after;
      const hadFailed = before?.type === 'ReportDelivery' && FailedDeliveries.has(before.status);
      if (!FailedDeliveries.has(status) || hadFailed) return undefined;
      return { type: 'report.failed', ...occasion, data: { scheduleId, deliveryId, status } };
    }
    case 'Execution':
      return undefined;
  }
}

/** RP-03: what the owner of a report has to hear of, once. */
const FailedDeliveries: ReadonlySet<string> = new Set(['failed', 'bounced', 'complained']);

function interactionEvent(
  occasion: { id: string; at: string },
  after: ObservedInteraction,
  before: ObservedInteraction | undefined,
): ActivityEvent | undefined {
  const { interactionId, accountId, status } = after;
  const data = { interactionId, accountId, status };
  // A removal that was heard of before the comment itself leaves a trace that nobody is shown.
  if (!before) return status === 'deleted' ? undefined : { type: 'interaction.created', ...occasion, data };
  if (after.reply && after.reply.externalReplyId !== before.reply?.externalReplyId) {
    return { type: 'reply.posted', ...occasion, data };
  }
  return isSame(before, after) ? undefined : { type: 'interaction.updated', ...occasion, data };
}

/** Observed items hold exactly what is shown, parsed into one order of fields. */
function isSame(before: ObservedItem, after: ObservedItem): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
