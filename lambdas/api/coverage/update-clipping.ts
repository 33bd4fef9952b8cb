import { UpdateClipping } from '../../../shared/contract/api/coverage.ts';
import { actorName } from '../../../shared/core/coverage/actor-name.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateClipping = ({ coverage }: { coverage: CoverageStore }) =>
  route(UpdateClipping, ({ context, params, body, ifMatch, now }) => {
    const changes = { ...body, verifiedBy: actorName(context), verifiedAt: now };
    return coverage.updateClipping(context, params.clippingId, changes, ifMatch);
  });
