import { AppError } from '../../core/kernel/errors.ts';
import { credentialsReader } from '../../infra/secrets/provider-credentials.ts';
import { secretReader } from '../../infra/secrets/secret-reader.ts';
import type { TiktokApp } from '../../infra/tiktok/tiktok-client.ts';
import { requireEnvironment } from '../env.ts';

/** The stack's app at TikTok; undefined while its operators have stored none. */
export const tiktokApp = credentialsReader(
  secretReader(requireEnvironment('PROVIDERS_SECRET_ARN'), Date.now),
  'tiktok',
);

export async function requireTiktokApp(): Promise<TiktokApp> {
  const app = await tiktokApp();
  if (app) return app;
  throw new AppError('conflict', 'provider_not_configured', 'This stack has no app credentials for TikTok.');
}
