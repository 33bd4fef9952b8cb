import { LocalStage } from '../../contract/env.ts';
import { tokenVerifier } from '../../infra/cognito/token-verifier.ts';
import { requireEnvironment } from '../env.ts';

export const verifyToken = tokenVerifier({
  issuer: requireEnvironment('USER_POOL_ISSUER'),
  clientId: requireEnvironment('USER_POOL_CLIENT_ID'),
  jwksUrl: requireEnvironment('USER_POOL_JWKS_URL'),
  allowLoopback: requireEnvironment('STAGE') === LocalStage,
});
