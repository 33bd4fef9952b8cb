import { AppError } from '../../core/kernel/errors.ts';
import { httpClient } from '../../infra/http/http-client.ts';
import { GraphClient, type MetaApp } from '../../infra/meta/graph-client.ts';
import { metaApp } from './meta-app.ts';
import { outside } from './outside.ts';

export async function requireMetaApp(): Promise<MetaApp> {
  const app = await metaApp();
  if (app) return app;
  throw new AppError('conflict', 'provider_not_configured', 'This stack has no app credentials for Meta.');
}

export const graph = new GraphClient({
  http: httpClient({ outside }),
  app: requireMetaApp,
});
