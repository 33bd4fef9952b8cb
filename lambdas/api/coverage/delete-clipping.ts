import { DeleteClipping } from '../../../shared/contract/api/coverage.ts';
import {
  type ReviewDeps,
  deleteClipping as remove,
} from '../../../shared/core/coverage/review-suggestion.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteClipping = (deps: ReviewDeps) =>
  route(DeleteClipping, async ({ context, params }) => {
    await remove(deps, context, params.clippingId);
    return undefined;
  });
