import { trackerStore } from '../../infra/dynamo/tracker-store.ts';
import { table } from './table.ts';

export const trackers = trackerStore(table);
