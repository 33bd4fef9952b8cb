import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../core/kernel/errors.ts';
import type { MetaApp } from './graph-client.ts';

const Payload = z.object({ algorithm: z.literal('HMAC-SHA256'), user_id: z.string() });

/** Reads the form that Meta posts when a person takes an agreement back. */
export type ReadSignedRequest = (rawBody: Buffer) => Promise<SignedRequest>;

export interface SignedRequest {
  /** The person, as our app knows them. */
  personId: string;
  signedRequest: string;
}

/**
 * Believes a signed request only with our own app's signature over the encoded payload as it was sent.
 * @throws unauthenticated `signature_invalid` for everything else, malformed ones included.
 */
export function signedRequestReader(app: () => Promise<MetaApp | undefined>): ReadSignedRequest {
  return async (rawBody) => {
    const signedRequest = new URLSearchParams(rawBody.toString('utf8')).get('signed_request') ?? '';
    const [signature = '', payload = '', ...rest] = signedRequest.split('.');
    const configured = await app();
    if (!configured || rest.length > 0 || !isSigned(configured, signature, payload)) throw refused();
    const read = Payload.safeParse(jsonOf(payload));
    if (!read.success) throw refused();
    return { personId: read.data.user_id, signedRequest };
  };
}

function isSigned({ appSecret }: MetaApp, signature: string, payload: string): boolean {
  const expected = createHmac('sha256', appSecret).update(payload).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function jsonOf(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function refused(): AppError {
  return new AppError('unauthenticated', 'signature_invalid', 'This request is not signed by Meta.');
}
