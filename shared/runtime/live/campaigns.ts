import { campaignStore } from '../../infra/dynamo/campaign-store.ts';
import { table } from './table.ts';

export const campaigns = campaignStore(table);
