import { UpdateWebhook } from '../../../shared/contract/api/webhooks.ts';
import {
  type ChangeWebhookDeps,
  updateWebhook as update,
} from '../../../shared/core/webhooks/change-webhooks.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateWebhook = (deps: ChangeWebhookDeps) =>
  route(UpdateWebhook, ({ context, params: { webhookId }, body: changes, ifMatch, now }) =>
    update(deps, context, { webhookId, changes, ifMatch, now }),
  );
