import { credentialsReader } from '../../infra/secrets/provider-credentials.ts';
import { secretReader } from '../../infra/secrets/secret-reader.ts';
import { requireEnvironment } from '../env.ts';

/** The stack's app at Google; undefined while its operators have stored none. */
export const googleApp = credentialsReader(
  secretReader(requireEnvironment('PROVIDERS_SECRET_ARN'), Date.now),
  'google',
);
