import { RotateWebhookSecret } from '../../../shared/contract/api/webhooks.ts';
import {
  type ChangeWebhookDeps,
  rotateSecret as rotate,
} from '../../../shared/core/webhooks/change-webhooks.ts';
import { route } from '../../../shared/runtime/route.ts';

export const rotateSecret = (deps: ChangeWebhookDeps) =>
  route(RotateWebhookSecret, ({ context, params: { webhookId }, body, ifMatch, now }) =>
    rotate(deps, context, { webhookId, ...body, ifMatch, now }),
  );
