import { MarkClippingAsSpam } from '../../../shared/contract/api/coverage.ts';
import {
  markClippingAsSpam as markAsSpam,
  type ReviewDeps,
} from '../../../shared/core/coverage/review-suggestion.ts';
import { route } from '../../../shared/runtime/route.ts';

export const markClippingAsSpam = (deps: ReviewDeps) =>
  route(MarkClippingAsSpam, async ({ context, params, now }) => {
    await markAsSpam(deps, context, params.clippingId, now);
    return undefined;
  });
