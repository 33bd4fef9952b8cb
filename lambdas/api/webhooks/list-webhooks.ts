import { ListWebhooks } from '../../../shared/contract/api/webhooks.ts';
import { viewOf } from '../../../shared/core/webhooks/change-webhooks.ts';
import type { WebhookStore } from '../../../shared/core/webhooks/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listWebhooks = ({ webhooks }: { webhooks: Pick<WebhookStore, 'list'> }) =>
  route(ListWebhooks, async ({ context }) => ({ items: (await webhooks.list(context)).map(viewOf) }));
