import { CreateWebhook } from '../../../shared/contract/api/webhooks.ts';
import {
  type ChangeWebhookDeps,
  createWebhook as create,
} from '../../../shared/core/webhooks/change-webhooks.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createWebhook = (deps: ChangeWebhookDeps) =>
  route(CreateWebhook, ({ context, body, now }) => create(deps, context, body, now));
