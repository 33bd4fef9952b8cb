import * as z from 'zod';
import { SocialAccount } from '../accounts/social-account.ts';
import { Analysis } from '../analysis/analysis.ts';
import { BudgetNotice } from '../analysis/model-usage.ts';
import { Decision } from '../automation/decision.ts';
import { Execution } from '../automation/execution.ts';
import { Clipping } from '../coverage/clipping.ts';
import { Suggestion } from '../coverage/suggestion.ts';
import { Interaction } from '../interactions/interaction.ts';
import { ReportDelivery } from '../reports/report-delivery.ts';
import { Webhook } from '../webhooks/webhook.ts';

const ObservedInteraction = Interaction.pick({
  interactionId: true,
  accountId: true,
  provider: true,
  contentId: true,
  kind: true,
  isFromOwner: true,
  commentedAt: true,
  status: true,
  revision: true,
  isRead: true,
  isHidden: true,
  assigneeId: true,
  tags: true,
  note: true,
  manualReason: true,
  reply: true,
  modelUsage: true,
}).extend({
  type: z.literal('Interaction'),
  analysis: Analysis.pick({ sentiment: true })
    .extend({ topics: Analysis.shape.topics.default([]) })
    .nullable()
    .default(null),
  decision: Decision.pick({ decidedAt: true, outcome: true, reason: true, blockedBy: true, ruleId: true })
    .nullable()
    .default(null),
  pendingReply: z.object({ dueAt: z.string(), waitingFor: z.string().nullable() }).nullable().default(null),
});
export type ObservedInteraction = z.infer<typeof ObservedInteraction>;

const ObservedSuggestion = Suggestion.pick({
  suggestionId: true,
  campaignId: true,
  foundAt: true,
}).extend({ type: z.literal('Suggestion') });

const ObservedClipping = Clipping.pick({
  clippingId: true,
  campaignId: true,
  detection: true,
  detectedAt: true,
}).extend({ type: z.literal('Clipping') });

const ObservedAccount = SocialAccount.pick({
  accountId: true,
  name: true,
  status: true,
  statusReason: true,
  lastSyncedAt: true,
}).extend({ type: z.literal('SocialAccount') });

const ObservedExecution = Execution.pick({
  executionId: true,
  interactionId: true,
  accountId: true,
  provider: true,
  ruleId: true,
  actionType: true,
  outcome: true,
  success: true,
  reason: true,
  blockedBy: true,
  externalReplyId: true,
  webhookId: true,
  completedAt: true,
}).extend({ type: z.literal('Execution'), processingMilliseconds: z.number().optional() });
export type ObservedExecution = z.infer<typeof ObservedExecution>;

const ObservedReportDelivery = ReportDelivery.pick({
  deliveryId: true,
  scheduleId: true,
  occasion: true,
  period: true,
  status: true,
}).extend({ type: z.literal('ReportDelivery') });

const ObservedWebhook = Webhook.pick({
  webhookId: true,
  enabled: true,
  disabledReason: true,
  failingSince: true,
}).extend({ type: z.literal('Webhook') });

const ObservedBudgetNotice = BudgetNotice.pick({ month: true, percent: true }).extend({
  type: z.literal('BudgetNotice'),
});

/** The stored items whose changes are told to clients or to webhooks, or counted, with the fields that matter for that. */
export const ObservedItem = z.discriminatedUnion('type', [
  ObservedInteraction,
  ObservedSuggestion,
  ObservedClipping,
  ObservedAccount,
  ObservedExecution,
  ObservedReportDelivery,
  ObservedWebhook,
  ObservedBudgetNotice,
]);
export type ObservedItem = z.infer<typeof ObservedItem>;

/** The same list as data, for the filter in front of the consumer of changes. */
export const ObservedTypes = [
  'Interaction',
  'Suggestion',
  'Clipping',
  'SocialAccount',
  'Execution',
  'ReportDelivery',
  'Webhook',
  'BudgetNotice',
] as const;
