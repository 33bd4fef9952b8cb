import { createHmac } from 'node:crypto';
import { epochSeconds, type Instant } from '../kernel/time.ts';

const Prefix = 'whsec_';

/** A fresh signing secret from 256 random bits (base64url), in the form of the Standard Webhooks specification. */
export function signingSecret(randomSecret: string): string {
  return `${Prefix}${Buffer.from(randomSecret, 'base64url').toString('base64')}`;
}

/**
 * The headers by which a receiver knows who sent a body, and when (Standard Webhooks): one signature for each secret,
 * so that a receiver can change over from one to the next.
 */
export function signedHeaders(
  { eventId, body }: { eventId: string; body: string },
  secrets: readonly string[],
  now: Instant,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(epochSeconds(now));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(Prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
