import { TestWebhook } from '../../../shared/contract/api/webhooks.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { type ReplayDeps, sendTestEvent } from '../../../shared/core/webhooks/replay-deliveries.ts';
import { route } from '../../../shared/runtime/route.ts';

export const testWebhook = (deps: ReplayDeps & { newId: NewId }) =>
  route(TestWebhook, ({ context, params, now }) => sendTestEvent(deps, context, params.webhookId, now));
