import * as z from 'zod';
import { DeliveryStatus, WebhookDelivery } from '../../core/webhooks/delivery.ts';
import { Webhook, WebhookView, WebhookWithSecret } from '../../core/webhooks/webhook.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const read = { role: 'admin', scope: 'webhooks:read' } as const;
const write = { role: 'admin', scope: 'webhooks:write' } as const;
const WebhookParams = z.object({ webhookId: z.string() });
const DeliveryParams = z.object({ webhookId: z.string(), deliveryId: z.string() });
const { url, description, eventTypes } = Webhook.shape;

export const ListWebhooks = endpoint({
  id: 'listWebhooks',
  method: 'GET',
  path: '/v1/webhooks',
  resource: 'webhooks',
  access: read,
  summary: 'The addresses that are told what happens',
  status: 200,
  response: z.object({ items: z.array(WebhookView) }),
});

// Takes no Idempotency-Key: the answer would have to be kept, and with it the secret in clear.
export const CreateWebhook = endpoint({
  id: 'createWebhook',
  method: 'POST',
  path: '/v1/webhooks',
  resource: 'webhooks',
  access: write,
  summary: 'Have events sent to an address, signed as Standard Webhooks asks',
  description:
    'The secret is in this answer and nowhere else: store it now. Addresses outside the public internet are refused.',
  body: z.strictObject({
    url,
    description: description.default(''),
    eventTypes: eventTypes.default([]),
    enabled: z.boolean().default(true),
  }),
  status: 201,
  response: WebhookWithSecret,
});

export const GetWebhook = endpoint({
  id: 'getWebhook',
  method: 'GET',
  path: '/v1/webhooks/{webhookId}',
  resource: 'webhooks',
  access: read,
  summary: 'One webhook, whether it works, and why it is off',
  params: WebhookParams,
  status: 200,
  response: WebhookView,
});

export const UpdateWebhook = endpoint({
  id: 'updateWebhook',
  method: 'PATCH',
  path: '/v1/webhooks/{webhookId}',
  resource: 'webhooks',
  access: write,
  summary: 'Change a webhook, or switch it off or on again',
  params: WebhookParams,
  body: z.strictObject({ url, description, eventTypes, enabled: z.boolean() }).partial(),
  status: 200,
  response: WebhookView,
});

export const DeleteWebhook = endpoint({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: '/v1/webhooks/{webhookId}',
  resource: 'webhooks',
  access: write,
  summary: 'Remove a webhook that no rule sends to',
  params: WebhookParams,
  status: 204,
});

export const RotateWebhookSecret = endpoint({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/rotate-secret',
  resource: 'webhooks',
  access: write,
  summary: 'Make a new secret; the one before signs beside it until the overlap ends',
  description: 'The secret is in this answer and nowhere else: store it now.',
  params: WebhookParams,
  body: z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) }),
  status: 200,
  response: WebhookWithSecret,
});

export const TestWebhook = endpoint({
  id: 'testWebhook',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/test',
  resource: 'webhooks',
  access: write,
  summary: 'Send the event webhook.test; look at the delivery for what became of it',
  params: WebhookParams,
  status: 202,
  response: WebhookDelivery,
  idempotent: true,
});

export const ListWebhookDeliveries = endpoint({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/v1/webhooks/{webhookId}/deliveries',
  resource: 'webhooks',
  access: read,
  summary: 'What was sent to a webhook in the last 30 days, the newest events first',
  params: WebhookParams,
  query: PageQuery.extend({ status: DeliveryStatus.optional() }),
  status: 200,
  response: pageOf(WebhookDelivery),
});

export const GetWebhookDelivery = endpoint({
  id: 'getWebhookDelivery',
  method: 'GET',
  path: '/v1/webhooks/{webhookId}/deliveries/{deliveryId}',
  resource: 'webhooks',
  access: read,
  summary: 'One delivery with its body, its attempts and the last answer',
  params: DeliveryParams,
  status: 200,
  response: WebhookDelivery,
});

export const ReplayWebhookDelivery = endpoint({
  id: 'replayWebhookDelivery',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
  resource: 'webhooks',
  access: write,
  summary: 'Send a delivery once more, under the same webhook-id',
  params: DeliveryParams,
  status: 202,
  response: WebhookDelivery,
});

export const ReplayFailedDeliveries = endpoint({
  id: 'replayFailedDeliveries',
  method: 'POST',
  path: '/v1/webhooks/{webhookId}/replay-failed',
  resource: 'webhooks',
  access: write,
  summary: 'Send again all that failed of the events since a time',
  description: 'At most 500 deliveries at a time: call again while isComplete is false.',
  params: WebhookParams,
  body: z.strictObject({
    since: z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString()),
  }),
  status: 202,
  response: z.object({ replayed: z.int(), isComplete: z.boolean() }),
});

export const webhooksEndpoints = [
  ListWebhooks,
  CreateWebhook,
  GetWebhook,
  UpdateWebhook,
  DeleteWebhook,
  RotateWebhookSecret,
  TestWebhook,
  ListWebhookDeliveries,
  GetWebhookDelivery,
  ReplayWebhookDelivery,
  ReplayFailedDeliveries,
];
