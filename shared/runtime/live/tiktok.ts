import { callLedgerStore } from '../../infra/dynamo/call-ledger-store.ts';
import { httpClient } from '../../infra/http/http-client.ts';
import { tiktokBudget } from '../../infra/tiktok/tiktok-budget.ts';
import { TiktokClient } from '../../infra/tiktok/tiktok-client.ts';
import { clock } from './clock.ts';
import { outside } from './outside.ts';
import { table } from './table.ts';

export const tiktok = new TiktokClient({
  http: httpClient({ outside }),
  budget: tiktokBudget(callLedgerStore(table, 'tiktok'), clock),
});
