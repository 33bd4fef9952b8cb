import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenVerifier } from '../../../shared/infra/cognito/token-verifier.ts';

const Issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_pool';
const claims = { sub: 'user_ana', email: 'ana@beanbar.example', token_use: 'id' };

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let server: Server;
let jwksUrl: string;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' };
  server = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  jwksUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/jwks.json`;
});
afterAll(() => server.close());

function sign(
  payload: JWTPayload,
  options: { issuer?: string; audience?: string; expires?: string; key?: typeof keys.privateKey } = {},
) {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
    .setIssuer(options.issuer ?? Issuer)
    .setAudience(options.audience ?? 'client')
    .setIssuedAt()
    .setExpirationTime(options.expires ?? '5m')
    .sign(options.key ?? keys.privateKey);
}

const verifier = (url = jwksUrl, allowLoopback = true) =>
  tokenVerifier({ issuer: Issuer, clientId: 'client', jwksUrl: url, allowLoopback });

describe('tokenVerifier', () => {
  it('ST-07 accepts an ID token of the pool for this client', async () => {
    expect(await verifier()(await sign(claims))).toEqual({
      userId: 'user_ana',
      email: 'ana@beanbar.example',
      isEmailVerified: false,
    });
  });

  it('ST-07 tells whether the address was confirmed', async () => {
    for (const email_verified of [true, false]) {
      const user = await verifier()(await sign({ ...claims, email_verified }));
      expect(user?.isEmailVerified).toBe(email_verified);
    }
  });

  it('ST-07 refuses tokens of another issuer, client, key, use or time, and what is no token', async () => {
    const stranger = await generateKeyPair('RS256');
    const wrong = [
      await sign(claims, { issuer: 'https://issuer.example' }),
      await sign(claims, { audience: 'another client' }),
      await sign(claims, { key: stranger.privateKey }),
      await sign(claims, { expires: '-1m' }),
      await sign({ ...claims, token_use: 'access' }),
      'not.a.token',
    ];
    const verify = verifier();

    expect(await Promise.all(wrong.map((token) => verify(token)))).toEqual(wrong.map(() => undefined));
  });

  it('ST-07 does not call a token wrong when the keys cannot be read', async () => {
    await expect(verifier('http://127.0.0.1:9/jwks.json')(await sign(claims))).rejects.toThrow();
  });

  it('ST-07 reads the keys of a deployed stage over https only', () => {
    expect(() => verifier(jwksUrl, false)).toThrow('https only');
  });
});
