import { CheckTracker } from '../../../shared/contract/api/campaigns.ts';
import { type CheckTrackerDeps, checkTrackerNow } from '../../../shared/core/campaigns/check-tracker.ts';
import { route } from '../../../shared/runtime/route.ts';

export const checkTracker = (deps: CheckTrackerDeps) =>
  route(CheckTracker, ({ context, params, now }) => checkTrackerNow(deps, context, params.trackerId, now));
