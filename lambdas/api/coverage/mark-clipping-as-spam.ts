import { MarkClippingAsSpam } from '../../../shared/contract/api/coverage.ts';
import { type MarkAsSpamDeps, markClipping } from '../../../shared/core/coverage/mark-as-spam.ts';
import { route } from '../../../shared/runtime/route.ts';
import { futureSpamOf } from './future-spam.ts';

export const markClippingAsSpam = (deps: MarkAsSpamDeps) =>
  route(MarkClippingAsSpam, async ({ context, params, query, now }) => {
    await markClipping(deps, context, params.clippingId, futureSpamOf(query), now);
    return undefined;
  });
