import type { DataDeletionStore } from '../../../shared/core/accounts/authorizing-person.ts';
import type { ReceiveDeps, WebhookReader } from '../../../shared/core/accounts/receive-events.ts';
import type { WithdrawalDeps } from '../../../shared/core/accounts/receive-withdrawal.ts';
import { requireEnvironment } from '../../../shared/runtime/env.ts';
import { capture } from '../../../shared/runtime/live/capture.ts';
import { dataDeletions } from '../../../shared/runtime/live/data-deletions.ts';
import { metaWebhook } from '../../../shared/runtime/live/meta-webhook.ts';
import { nameSender } from '../../../shared/runtime/live/name-sender.ts';
import { persons } from '../../../shared/runtime/live/persons.ts';
import { platformAssets } from '../../../shared/runtime/live/platform-assets.ts';
import { readAnnounced } from '../../../shared/runtime/live/read-announced.ts';
import { requestWithdrawal } from '../../../shared/runtime/live/request-withdrawal.ts';
import { readSignedRequest } from '../../../shared/runtime/live/signed-request.ts';
import { tiktokWebhook } from '../../../shared/runtime/live/tiktok-webhook.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { receiveMetaDataDeletion, type SignedDeps } from './receive-meta-data-deletion.ts';
import { receiveMetaDeauthorization } from './receive-meta-deauthorization.ts';
import { receiveMetaHook } from './receive-meta-hook.ts';
import { receiveTiktokHook } from './receive-tiktok-hook.ts';
import { showDataDeletion } from './show-data-deletion.ts';
import { verifyMetaHook } from './verify-meta-hook.ts';

interface Deps extends ReceiveDeps, WithdrawalDeps, SignedDeps {
  deletions: DataDeletionStore;
  meta: WebhookReader;
  tiktok: WebhookReader;
}

export const createHooksHandler = ({ meta, tiktok, ...deps }: Deps) =>
  resource([
    verifyMetaHook({ webhook: meta }),
    receiveMetaHook({ ...deps, webhook: meta }),
    receiveMetaDeauthorization(deps),
    receiveMetaDataDeletion(deps),
    showDataDeletion(deps),
    receiveTiktokHook({ ...deps, webhook: tiktok }),
  ]);

export const handler = createHooksHandler({
  meta: metaWebhook,
  tiktok: tiktokWebhook,
  assets: platformAssets,
  capture,
  readAnnounced,
  nameSender,
  persons,
  deletions: dataDeletions,
  requestWithdrawal,
  readSignedRequest,
  publicUrl: requireEnvironment('PUBLIC_URL'),
});
