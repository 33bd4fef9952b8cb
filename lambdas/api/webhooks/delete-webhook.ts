import { DeleteWebhook } from '../../../shared/contract/api/webhooks.ts';
import { deleteWebhook as remove } from '../../../shared/core/webhooks/change-webhooks.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteWebhook = (deps: Parameters<typeof remove>[0]) =>
  route(DeleteWebhook, async ({ context, params }) => {
    await remove(deps, context, params.webhookId);
    return undefined;
  });
