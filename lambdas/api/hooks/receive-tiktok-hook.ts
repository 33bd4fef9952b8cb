import { ReceiveTiktokHook } from '../../../shared/contract/api/hooks.ts';
import {
  type ReceiveDeps,
  receiveEvents,
  type WebhookReader,
} from '../../../shared/core/accounts/receive-events.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends ReceiveDeps {
  webhook: WebhookReader;
}

// What TikTok announces is read by the sync worker, which may open tokens: here it is only taken.
export const receiveTiktokHook = (deps: Deps) =>
  route(ReceiveTiktokHook, async ({ rawBody, headers, now }) => {
    const events = await deps.webhook.read(rawBody, headers['tiktok-signature'], now);
    await receiveEvents(deps, events);
    return 'OK';
  });
