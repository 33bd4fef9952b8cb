import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';
import { replaceFile } from '../state-file.ts';
import type { CognitoDirectory, SignIn, User } from './directory.ts';
import { tokenSeconds } from './pool.ts';

export interface TokenOptions {
  stateDir: string;
  /** The issuer of a pool's tokens is this address and the pool's id. */
  issuerBase: string;
}

const AccessClaims = z.object({ sub: z.string(), origin_jti: z.string(), token_use: z.literal('access') });

/** Issues and checks tokens as Cognito's, signed with a key of this machine's own. */
export async function openTokens({ stateDir, issuerBase }: TokenOptions, directory: CognitoDirectory) {
  const jwk = await signingKey(stateDir);
  const key = await importJWK(jwk, 'RS256');
  const { kty, n = '', e = '', kid = '' } = jwk;
  const publicKey = { kty: kty ?? 'RSA', n, e, kid, alg: 'RS256', use: 'sig' };
  const verificationKey = await importJWK(publicKey, 'RS256');
  const issuer = (poolId: string) => `${issuerBase}/${poolId}`;

  const signed = (
    claims: Record<string, unknown>,
    poolId: string,
    now: number,
    lifetime: number,
  ): Promise<string> =>
    new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer(poolId))
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(key);

  /** What `InitiateAuth` answers; a refresh gives no new refresh token. */
  async function issue(user: User, clientId: string, signIn: SignIn) {
    const now = Math.floor(Date.now() / 1_000);
    const lifetime = tokenSeconds(directory.client(clientId));
    const { sub, poolId, username, attributes } = user;
    const { email_verified, ...ownAttributes } = attributes;
    const shared = { sub, origin_jti: signIn.originJti, event_id: randomUUID(), auth_time: signIn.authTime };
    const id = {
      ...ownAttributes,
      ...shared,
      aud: clientId,
      token_use: 'id',
      'cognito:username': username,
      email_verified: email_verified === 'true',
    };
    const access = {
      ...shared,
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username,
    };
    return {
      IdToken: await signed(id, poolId, now, lifetime.id),
      AccessToken: await signed(access, poolId, now, lifetime.access),
      ExpiresIn: lifetime.access,
      TokenType: 'Bearer',
    };
  }

  return {
    issuer,
    keySet: { keys: [publicKey] },
    async signIn(user: User, clientId: string) {
      const now = Math.floor(Date.now() / 1_000);
      const RefreshToken = randomBytes(48).toString('base64url');
      const expiresAt = now + tokenSeconds(directory.client(clientId)).refresh;
      const signIn = { sub: user.sub, clientId, authTime: now, expiresAt, originJti: randomUUID() };
      directory.keepSignIn(RefreshToken, signIn);
      return { ...(await issue(user, clientId, signIn)), RefreshToken };
    },
    async refresh(refreshToken: string, clientId: string) {
      const signIn = directory.signIn(refreshToken);
      const user = signIn && directory.get(signIn.sub);
      if (!signIn || !user || signIn.clientId !== clientId) throw notAuthorized('Invalid Refresh Token');
      if (signIn.expiresAt <= Date.now() / 1_000) throw notAuthorized('Refresh Token has expired');
      return issue(user, clientId, signIn);
    },
    /** The person whom an access token speaks for. */
    async bearer(accessToken: string): Promise<User> {
      const { payload } = await jwtVerify(accessToken, verificationKey).catch((error: unknown) => {
        throw notAuthorized(
          error instanceof errors.JWTExpired ? 'Access Token has expired' : 'Invalid Access Token',
        );
      });
      const claims = AccessClaims.safeParse(payload).data;
      const user = claims && directory.get(claims.sub);
      if (!claims || !user) throw notAuthorized('Invalid Access Token');
      if (!directory.lasts(claims.origin_jti)) throw notAuthorized('Access Token has been revoked');
      return user;
    },
  };
}

export type Tokens = Awaited<ReturnType<typeof openTokens>>;

export function notAuthorized(message: string): AwsError {
  return new AwsError('NotAuthorizedException', message);
}

/** Made at the first start: a key that came with the source would let anybody forge tokens. */
async function signingKey(stateDir: string): Promise<JWK> {
  const path = join(stateDir, 'signing-key.json');
  if (existsSync(path)) return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const named = { ...jwk, kid: await calculateJwkThumbprint(jwk) };
  mkdirSync(stateDir, { recursive: true });
  replaceFile(path, JSON.stringify(named));
  return named;
}
