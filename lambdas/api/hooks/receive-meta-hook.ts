import { ReceiveMetaHook } from '../../../shared/contract/api/hooks.ts';
import {
  type ReceiveDeps,
  receiveEvents,
  type WebhookReader,
} from '../../../shared/core/accounts/receive-events.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends ReceiveDeps {
  webhook: WebhookReader;
}

// Meta waits a few seconds for its 200: the queue has what was told by then, all work on it comes later.
export const receiveMetaHook = (deps: Deps) =>
  route(ReceiveMetaHook, async ({ rawBody, headers, now }) => {
    const events = await deps.webhook.read(rawBody, headers['x-hub-signature-256'], now);
    await receiveEvents(deps, events);
    return 'EVENT_RECEIVED';
  });
