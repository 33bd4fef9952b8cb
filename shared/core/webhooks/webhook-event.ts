import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';
import { Decision } from '../automation/decision.ts';
import { Execution } from '../automation/execution.ts';
import { Clipping } from '../coverage/clipping.ts';
import { InteractionKind } from '../interactions/captured-interaction.ts';
import { InteractionStatus } from '../interactions/interaction.ts';
import { PublishedReply } from '../replies/pending-reply.ts';

/** What an endpoint can subscribe to (AR-19). */
export const WebhookEventTypes = [
  'comment.captured',
  'comment.replied',
  'automation.triggered',
  'automation.executed',
  'suggestion.created',
  'clipping.created',
  'report.sent',
  'account.needs_reconnect',
] as const;
export const WebhookEventType = z.enum(WebhookEventTypes);
export type WebhookEventType = z.infer<typeof WebhookEventType>;

/** Sent when somebody tries an endpoint out; nobody subscribes to it. */
export const TestEventType = 'webhook.test';

const about = <const T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.object({ type: z.literal(type), timestamp: z.string(), data: z.object(data) });

/** Every kind of comment is meant: replies, mentions, reviews and direct messages tell theirs by `kind`. */
const comment = {
  interactionId: z.string(),
  accountId: z.string(),
  provider: Provider,
  contentId: z.string().nullable(),
  kind: InteractionKind,
  status: InteractionStatus,
};
const { outcome, reason, blockedBy } = Decision.shape;

/** What an endpoint is sent: ids and outcomes, never what anybody wrote; who may know more reads it from the API. */
export const WebhookEvent = z.discriminatedUnion('type', [
  about('comment.captured', { ...comment, commentedAt: z.string() }),
  about('comment.replied', {
    ...comment,
    repliedBy: PublishedReply.shape.repliedBy,
    repliedAt: z.string(),
    externalReplyId: z.string(),
  }),
  about('automation.triggered', { ...comment, ruleId: z.string(), outcome, reason, blockedBy }),
  about(
    'automation.executed',
    Execution.pick({
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
    }).shape,
  ),
  about('suggestion.created', { suggestionId: z.string(), campaignId: z.string() }),
  about('clipping.created', {
    clippingId: z.string(),
    campaignId: z.string(),
    detection: Clipping.shape.detection,
  }),
  about('report.sent', {
    deliveryId: z.string(),
    scheduleId: z.string(),
    occasion: z.string(),
    period: z.object({ from: z.string(), to: z.string(), timeZone: z.string() }),
  }),
  about('account.needs_reconnect', { accountId: z.string(), reason: z.string().nullable() }),
  about(TestEventType, { webhookId: z.string() }),
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;
