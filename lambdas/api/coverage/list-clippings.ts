import { ListClippings } from '../../../shared/contract/api/coverage.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listClippings = ({ coverage }: { coverage: CoverageStore }) =>
  route(ListClippings, ({ context, query }) => coverage.clippings(context, query, query));
