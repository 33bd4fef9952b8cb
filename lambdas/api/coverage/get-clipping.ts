import { GetClipping } from '../../../shared/contract/api/coverage.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getClipping = ({ coverage }: { coverage: CoverageStore }) =>
  route(GetClipping, async ({ context, params }) => {
    const clipping = await coverage.clipping(context, params.clippingId);
    if (!clipping) throw notFound('The clipping');
    return clipping;
  });
