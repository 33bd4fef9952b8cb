import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { sha256 } from '../kernel/digest.ts';
import { AppError } from '../kernel/errors.ts';
import { ConsoleLanguages } from '../organizations/organization.ts';
import { normalisedAddress } from './report-schedule.ts';

/** Whom a link in a mail unsubscribes from what; the address itself is not part of it. */
const Unsubscription = z.object({
  organizationId: z.string(),
  addressDigest: z.string(),
  language: z.enum(ConsoleLanguages),
});
export type Unsubscription = z.infer<typeof Unsubscription>;

export function digestOfAddress(email: string): string {
  return sha256(normalisedAddress(email));
}

/** A signed text for a link: it names no address, cannot be altered, and works for as long as the mail is kept. */
export function unsubscribeToken(signingKey: string, unsubscription: Unsubscription): string {
  const payload = Buffer.from(JSON.stringify(unsubscription)).toString('base64url');
  return `${payload}.${signatureOf(signingKey, payload)}`;
}

/** @throws invalid when the token is not one of ours. */
export function readUnsubscribeToken(signingKey: string, token: string): Unsubscription {
  const [payload = '', signature = ''] = token.split('.');
  const expected = Buffer.from(signatureOf(signingKey, payload));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    const message = 'This link is incomplete. Open it from the mail again.';
    throw new AppError('invalid', 'invalid_unsubscribe_link', message);
  }
  return Unsubscription.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}

function signatureOf(signingKey: string, payload: string): string {
  return createHmac('sha256', signingKey).update('unsubscribe\0').update(payload).digest('base64url');
}
