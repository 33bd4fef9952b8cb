import { feedStore } from '../../infra/dynamo/feed-store.ts';
import { table } from './table.ts';

export const feeds = feedStore(table);
