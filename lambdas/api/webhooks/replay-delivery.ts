import { ReplayWebhookDelivery } from '../../../shared/contract/api/webhooks.ts';
import {
  type ReplayDeps,
  replayDelivery as replay,
} from '../../../shared/core/webhooks/replay-deliveries.ts';
import { route } from '../../../shared/runtime/route.ts';

export const replayDelivery = (deps: ReplayDeps) =>
  route(ReplayWebhookDelivery, ({ context, params, now }) => replay(deps, context, { ...params, now }));
