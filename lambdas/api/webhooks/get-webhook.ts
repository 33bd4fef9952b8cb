import { GetWebhook } from '../../../shared/contract/api/webhooks.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { viewOf } from '../../../shared/core/webhooks/change-webhooks.ts';
import type { WebhookStore } from '../../../shared/core/webhooks/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getWebhook = ({ webhooks }: { webhooks: Pick<WebhookStore, 'find'> }) =>
  route(GetWebhook, async ({ context, params }) => {
    const webhook = await webhooks.find(context, params.webhookId);
    if (!webhook) throw notFound('The webhook');
    return viewOf(webhook);
  });
