import { JwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';

const Claims = z.object({
  sub: z.string(),
  email: z.email(),
  email_verified: z.boolean().optional(),
  token_use: z.literal('id'),
});

export interface VerifiedUser {
  userId: string;
  email: string;
  /** False after the person changed the address and has not confirmed the new one. */
  isEmailVerified: boolean;
}

export interface TokenVerifierOptions {
  issuer: string;
  clientId: string;
  /** Where the issuer's public keys are read. */
  jwksUrl: string;
  /** The keys may come from this machine; only the stage that runs on one machine may say so. */
  allowLoopback: boolean;
}

const KeysTimeoutMilliseconds = 3_000;

/**
 * Verifies Cognito's ID tokens against the pool's public keys, which are kept between calls.
 * Undefined: the signature, issuer, audience, use or time of the token is wrong.
 * @throws when the keys cannot be read, so that an outage is not mistaken for a wrong token.
 */
export function tokenVerifier(
  options: TokenVerifierOptions,
): (token: string) => Promise<VerifiedUser | undefined> {
  const url = new URL(options.jwksUrl);
  if (url.protocol !== 'https:' && !options.allowLoopback) {
    throw new Error('The keys of a deployed stage are read over https only.');
  }
  const verifier = JwtVerifier.create(
    { issuer: options.issuer, audience: options.clientId, jwksUri: options.jwksUrl },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
  );
  return async (token) => {
    try {
      const claims = Claims.safeParse(await verifier.verify(token)).data;
      return (
        claims && {
          userId: claims.sub,
          email: claims.email,
          isEmailVerified: claims.email_verified === true,
        }
      );
    } catch (error) {
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return undefined;
      throw error;
    }
  };
}

async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  const answer = await fetch(uri, { signal: AbortSignal.timeout(KeysTimeoutMilliseconds) });
  if (!answer.ok) throw new Error(`The sign-in keys could not be read: HTTP ${answer.status}.`);
  return answer.arrayBuffer();
}
