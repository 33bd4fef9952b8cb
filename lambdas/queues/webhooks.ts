import { WebhookMessage } from '../../shared/contract/queues.ts';
import { type DeliverWebhookDeps, deliverWebhook } from '../../shared/core/webhooks/deliver-webhook.ts';
import { notifyDisabled } from '../../shared/core/webhooks/notify-disabled.ts';
import { batchConsumer, contextOf } from '../../shared/runtime/consumer.ts';
import { requireEnvironment } from '../../shared/runtime/env.ts';
import { clock } from '../../shared/runtime/live/clock.ts';
import { mailSender } from '../../shared/runtime/live/mail-sender.ts';
import { organizations } from '../../shared/runtime/live/organizations.ts';
import { sendWebhook } from '../../shared/runtime/live/send-webhook.ts';
import { suppressions } from '../../shared/runtime/live/suppressions.ts';
import { wakeDeliveries } from '../../shared/runtime/live/wake-deliveries.ts';
import { webhookVault } from '../../shared/runtime/live/webhook-vault.ts';
import { webhookDeliveries, webhooks } from '../../shared/runtime/live/webhooks.ts';
import { logger } from '../../shared/runtime/logger.ts';

/** Deliveries may be due; each says itself whether it is. Endpoints are waited for beside each other. */
export const createWebhooksConsumer = (deps: DeliverWebhookDeps) =>
  batchConsumer(WebhookMessage, async (messages) => {
    const failed = messages.map(async ({ id, body, receiveCount }) => {
      try {
        const result = await deliverWebhook(deps, contextOf(body), body);
        logger.info('Delivery looked at', { ...body, result });
        return [];
      } catch (error) {
        logger.error('Delivery failed', { messageId: id, receiveCount, error: error as Error });
        return [id];
      }
    });
    return (await Promise.all(failed)).flat();
  });

const notice = { mailSender, organizations, publicUrl: requireEnvironment('PUBLIC_URL'), suppressions };

export const handler = createWebhooksConsumer({
  clock,
  deliveries: webhookDeliveries,
  // The endpoint is off already: a mail that cannot be sent must not send its last event again.
  notifyDisabled: (context, webhook, reason) =>
    notifyDisabled(notice, context, webhook, reason).catch((error: unknown) => {
      logger.error('The notice was not sent', { webhookId: webhook.webhookId, error: error as Error });
    }),
  send: sendWebhook,
  vault: webhookVault,
  wake: wakeDeliveries,
  webhooks,
});
