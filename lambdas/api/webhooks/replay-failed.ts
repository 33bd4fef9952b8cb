import { ReplayFailedDeliveries } from '../../../shared/contract/api/webhooks.ts';
import { type ReplayDeps, replayFailed as replay } from '../../../shared/core/webhooks/replay-deliveries.ts';
import { route } from '../../../shared/runtime/route.ts';

export const replayFailed = (deps: ReplayDeps) =>
  route(ReplayFailedDeliveries, ({ context, params, body, now }) =>
    replay(deps, context, { ...params, ...body, now }),
  );
