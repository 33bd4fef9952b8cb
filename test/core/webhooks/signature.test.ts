import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signedHeaders, signingSecret } from '../../../shared/core/webhooks/signature.ts';

const Now = '2026-11-20T12:00:00.000Z';
const newSecret = () => signingSecret(randomBytes(32).toString('base64url'));
const message = { eventId: 'evt_1', body: '{"type":"webhook.test","data":{"text":"Grüße 🎉"}}' };

// The reference verifier reads the machine's clock.
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(Now), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a signature', () => {
  it('AR-19 is one that the reference verifier of Standard Webhooks accepts', () => {
    const secret = newSecret();
    const headers = signedHeaders(message, [secret], Now);

    expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
    expect(headers).toEqual({
      'webhook-id': 'evt_1',
      'webhook-timestamp': '1795176000',
      'webhook-signature': new Webhook(secret).sign('evt_1', new Date(Now), message.body),
    });
  });

  it('AR-19 is accepted by both secrets while they overlap, and by no other', () => {
    const [next, before, other] = [newSecret(), newSecret(), newSecret()];
    const headers = signedHeaders(message, [next, before], Now);

    expect([next, before].map((secret) => new Webhook(secret).verify(message.body, headers))).toHaveLength(2);
    expect(() => new Webhook(other).verify(message.body, headers)).toThrow('No matching signature');
  });

  it.each([
    ['another body', { body: '{}' }, Now],
    ['another id', { id: 'evt_2' }, Now],
    ['another time', {}, '2026-11-20T12:01:00.000Z'],
  ])('AR-19 holds for no %s', (_what, changed: { body?: string; id?: string }, sentAt) => {
    const secret = newSecret();
    const headers = signedHeaders(message, [secret], Now);
    const forged = {
      ...headers,
      'webhook-id': changed.id ?? headers['webhook-id'],
      'webhook-timestamp': String(Date.parse(sentAt) / 1_000),
    };

    expect(() => new Webhook(secret).verify(changed.body ?? message.body, forged)).toThrow();
  });

  it('AR-19 has a secret of 32 bytes in the form that the specification asks for', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  });
});
