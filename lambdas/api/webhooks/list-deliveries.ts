import { ListWebhookDeliveries } from '../../../shared/contract/api/webhooks.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import type { ReplayDeps } from '../../../shared/core/webhooks/replay-deliveries.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listDeliveries = ({ webhooks, deliveries }: Pick<ReplayDeps, 'webhooks' | 'deliveries'>) =>
  route(ListWebhookDeliveries, async ({ context, params: { webhookId }, query }) => {
    if (!(await webhooks.find(context, webhookId))) throw notFound('The webhook');
    return deliveries.page(context, webhookId, query, query);
  });
