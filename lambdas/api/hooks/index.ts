import type { ReceiveDeps, WebhookReader } from '../../../shared/core/accounts/receive-events.ts';
import { capture } from '../../../shared/runtime/live/capture.ts';
import { metaWebhook } from '../../../shared/runtime/live/meta-webhook.ts';
import { platformAssets } from '../../../shared/runtime/live/platform-assets.ts';
import { readMention } from '../../../shared/runtime/live/read-mention.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { receiveMetaHook } from './receive-meta-hook.ts';
import { verifyMetaHook } from './verify-meta-hook.ts';

interface Deps extends ReceiveDeps {
  webhook: WebhookReader;
}

export const createHooksHandler = (deps: Deps) => resource([verifyMetaHook(deps), receiveMetaHook(deps)]);

export const handler = createHooksHandler({
  webhook: metaWebhook,
  assets: platformAssets,
  capture,
  readMention,
});
