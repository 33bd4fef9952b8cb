import { ListTrackers } from '../../../shared/contract/api/campaigns.ts';
import type { TrackerStore } from '../../../shared/core/campaigns/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listTrackers = ({ trackers }: { trackers: TrackerStore }) =>
  route(ListTrackers, ({ context, query }) => trackers.page(context, query));
