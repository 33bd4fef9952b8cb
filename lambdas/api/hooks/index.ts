import type { ReceiveDeps, WebhookReader } from '../../../shared/core/accounts/receive-events.ts';
import { capture } from '../../../shared/runtime/live/capture.ts';
import { metaWebhook } from '../../../shared/runtime/live/meta-webhook.ts';
import { platformAssets } from '../../../shared/runtime/live/platform-assets.ts';
import { readAnnounced } from '../../../shared/runtime/live/read-announced.ts';
import { tiktokWebhook } from '../../../shared/runtime/live/tiktok-webhook.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { receiveMetaHook } from './receive-meta-hook.ts';
import { receiveTiktokHook } from './receive-tiktok-hook.ts';
import { verifyMetaHook } from './verify-meta-hook.ts';

interface Deps extends ReceiveDeps {
  meta: WebhookReader;
  tiktok: WebhookReader;
}

export const createHooksHandler = ({ meta, tiktok, ...deps }: Deps) =>
  resource([
    verifyMetaHook({ webhook: meta }),
    receiveMetaHook({ ...deps, webhook: meta }),
    receiveTiktokHook({ ...deps, webhook: tiktok }),
  ]);

export const handler = createHooksHandler({
  meta: metaWebhook,
  tiktok: tiktokWebhook,
  assets: platformAssets,
  capture,
  readAnnounced,
});
