import { AppError } from '../../core/kernel/errors.ts';
import { spentCallsStore } from '../../infra/dynamo/spent-calls-store.ts';
import { httpClient } from '../../infra/http/http-client.ts';
import { graphBudget } from '../../infra/meta/graph-budget.ts';
import { GraphClient, type MetaApp } from '../../infra/meta/graph-client.ts';
import { clock } from './clock.ts';
import { metaApp } from './meta-app.ts';
import { outside } from './outside.ts';
import { table } from './table.ts';

export async function requireMetaApp(): Promise<MetaApp> {
  const app = await metaApp();
  if (app) return app;
  throw new AppError('conflict', 'provider_not_configured', 'This stack has no app credentials for Meta.');
}

export const graph = new GraphClient({
  http: httpClient({ outside }),
  budget: graphBudget(spentCallsStore(table, 'meta'), clock),
  app: requireMetaApp,
});
