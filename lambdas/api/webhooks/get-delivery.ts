import { GetWebhookDelivery } from '../../../shared/contract/api/webhooks.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import type { WebhookDeliveryStore } from '../../../shared/core/webhooks/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getDelivery = ({ deliveries }: { deliveries: Pick<WebhookDeliveryStore, 'find'> }) =>
  route(GetWebhookDelivery, async ({ context, params: { webhookId, deliveryId } }) => {
    const delivery = await deliveries.find(context, webhookId, deliveryId);
    if (!delivery) throw notFound('The delivery');
    return delivery;
  });
