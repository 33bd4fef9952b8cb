import { AppError } from '../../core/kernel/errors.ts';
import { quotaStore } from '../../infra/dynamo/quota-store.ts';
import { GoogleOAuth } from '../../infra/google/google-oauth.ts';
import { YouTubeClient } from '../../infra/google/youtube-client.ts';
import { youtubeQuota } from '../../infra/google/youtube-quota.ts';
import { httpClient } from '../../infra/http/http-client.ts';
import { clock } from './clock.ts';
import { googleApp } from './google-app.ts';
import { outside } from './outside.ts';
import { table } from './table.ts';

const http = httpClient({ outside });

export const youtube = new YouTubeClient({ http, quota: youtubeQuota(quotaStore(table, 'youtube'), clock) });

export const googleOAuth = new GoogleOAuth({
  http,
  clock,
  app: async () => {
    const app = await googleApp();
    if (app) return app;
    throw new AppError(
      'conflict',
      'provider_not_configured',
      'This stack has no app credentials for Google.',
    );
  },
});
