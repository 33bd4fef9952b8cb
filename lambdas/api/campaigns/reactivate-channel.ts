import { ReactivateChannel } from '../../../shared/contract/api/campaigns.ts';
import {
  type CheckTrackerDeps,
  reactivateChannel as reactivate,
} from '../../../shared/core/campaigns/check-tracker.ts';
import { route } from '../../../shared/runtime/route.ts';

export const reactivateChannel = (deps: CheckTrackerDeps) =>
  route(ReactivateChannel, ({ context, params, now }) =>
    reactivate(deps, context, params.trackerId, params.channelId, now),
  );
