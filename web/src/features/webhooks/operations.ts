import type * as contract from '../../../../shared/contract/api/webhooks.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';

export type WebhookInput = Arguments<typeof contract.CreateWebhook>['body'];
export type WebhookChanges = Arguments<typeof contract.UpdateWebhook>['body'];
export type EventType = NonNullable<WebhookInput['eventTypes']>[number];
export type Delivery = Answer<typeof contract.ListWebhookDeliveries>['items'][number];

export const EventTypes = [
  'comment.captured',
  'comment.replied',
  'automation.triggered',
  'automation.executed',
  'suggestion.created',
  'clipping.created',
  'report.sent',
  'account.needs_reconnect',
] as const satisfies readonly EventType[];

export const CreateWebhook = operation<typeof contract.CreateWebhook>('POST', '/v1/webhooks', false);
export const UpdateWebhook = operation<typeof contract.UpdateWebhook>(
  'PATCH',
  '/v1/webhooks/{webhookId}',
  false,
);
export const DeleteWebhook = operation<typeof contract.DeleteWebhook>(
  'DELETE',
  '/v1/webhooks/{webhookId}',
  false,
);
export const RotateSecret = operation<typeof contract.RotateWebhookSecret>(
  'POST',
  '/v1/webhooks/{webhookId}/rotate-secret',
  false,
);
export const TestWebhook = operation<typeof contract.TestWebhook>(
  'POST',
  '/v1/webhooks/{webhookId}/test',
  true,
);
export const ListDeliveries = operation<typeof contract.ListWebhookDeliveries>(
  'GET',
  '/v1/webhooks/{webhookId}/deliveries',
  false,
);
export const ReplayDelivery = operation<typeof contract.ReplayWebhookDelivery>(
  'POST',
  '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
  false,
);
