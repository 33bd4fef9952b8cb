import type { RuleStore } from '../../../shared/core/automation/ports.ts';
import type { ChangeWebhookDeps } from '../../../shared/core/webhooks/change-webhooks.ts';
import type { ReplayDeps } from '../../../shared/core/webhooks/replay-deliveries.ts';
import { checkWebhookUrl } from '../../../shared/runtime/live/check-webhook-url.ts';
import { newId, randomSecret } from '../../../shared/runtime/live/clock.ts';
import { rules } from '../../../shared/runtime/live/rules.ts';
import { wakeDeliveries } from '../../../shared/runtime/live/wake-deliveries.ts';
import { webhookVault } from '../../../shared/runtime/live/webhook-vault.ts';
import { webhookDeliveries, webhooks } from '../../../shared/runtime/live/webhooks.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { getDelivery } from './get-delivery.ts';
import { getWebhook } from './get-webhook.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listWebhooks } from './list-webhooks.ts';
import { replayDelivery } from './replay-delivery.ts';
import { replayFailed } from './replay-failed.ts';
import { rotateSecret } from './rotate-secret.ts';
import { testWebhook } from './test-webhook.ts';
import { updateWebhook } from './update-webhook.ts';

type Deps = ChangeWebhookDeps & ReplayDeps & { rules: Pick<RuleStore, 'list'> };

export const createWebhooksHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource(
    [
      listWebhooks(deps),
      createWebhook(deps),
      getWebhook(deps),
      updateWebhook(deps),
      deleteWebhook(deps),
      rotateSecret(deps),
      testWebhook(deps),
      listDeliveries(deps),
      getDelivery(deps),
      replayDelivery(deps),
      replayFailed(deps),
    ],
    options,
  );

export const handler = createWebhooksHandler({
  checkUrl: checkWebhookUrl,
  deliveries: webhookDeliveries,
  newId,
  randomSecret,
  rules,
  vault: webhookVault,
  wake: wakeDeliveries,
  webhooks,
});
