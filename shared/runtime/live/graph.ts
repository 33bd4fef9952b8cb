import { AppError } from '../../core/kernel/errors.ts';
import { httpClient } from '../../infra/http/http-client.ts';
import { GraphClient } from '../../infra/meta/graph-client.ts';
import { metaApp } from './meta-app.ts';
import { outside } from './outside.ts';

export const graph = new GraphClient({
  http: httpClient({ outside }),
  app: async () => {
    const app = await metaApp();
    if (app) return app;
    throw new AppError('conflict', 'provider_not_configured', 'This stack has no app credentials for Meta.');
  },
});
