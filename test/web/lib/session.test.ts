import { describe, expect, it } from 'vitest';
import { CognitoError, type CognitoTokens } from '../../../web/src/lib/cognito.ts';
import { SessionStore } from '../../../web/src/lib/session.ts';

const Hour = 3_600_000;

function startSession(refresh: (token: string) => Promise<CognitoTokens>) {
  const kept = new Map<string, string>();
  const clock = { now: 0 };
  const options = {
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    now: () => clock.now,
    refresh,
  };
  const session = new SessionStore(options);
  session.start('mara@beanbar.example', {
    idToken: 'id-1',
    refreshToken: 'refresh-1',
    expiresInSeconds: 3_600,
  });
  return { session, clock, again: () => new SessionStore(options) };
}

const renewed = async () => ({ idToken: 'id-2', refreshToken: undefined, expiresInSeconds: 3_600 });

describe('a sign-in', () => {
  it('survives a reload of the page', () => {
    const { again } = startSession(renewed);
    expect(again().current()).toEqual({
      email: 'mara@beanbar.example',
      idToken: 'id-1',
      refreshToken: 'refresh-1',
      expiresAt: Hour,
    });
  });

  it('gives the token as it is while it is valid', async () => {
    const { session } = startSession(renewed);
    await expect(session.token({ renew: false })).resolves.toBe('id-1');
  });

  it('renews the token a minute before it ends, once for all who wait', async () => {
    let renewals = 0;
    const { session, clock } = startSession(() => {
      renewals += 1;
      return renewed();
    });
    clock.now = Hour - 59_000;

    const tokens = await Promise.all([session.token({ renew: false }), session.token({ renew: false })]);

    expect(tokens).toEqual(['id-2', 'id-2']);
    expect(renewals).toBe(1);
    expect(session.current()?.refreshToken).toBe('refresh-1');
  });

  it('ends when Cognito refuses to renew it', async () => {
    const { session, again } = startSession(async () => {
      throw new CognitoError('NotAuthorized', 'Refresh Token has been revoked');
    });
    await expect(session.token({ renew: true })).resolves.toBeUndefined();
    expect(again().current()).toBeUndefined();
  });

  it('outlives a lost connection', async () => {
    const { session } = startSession(async () => {
      throw new CognitoError('Offline', 'no network');
    });
    await expect(session.token({ renew: true })).resolves.toBe('id-1');
  });

  it('tells its listeners when it ends', () => {
    const { session } = startSession(renewed);
    const heard: unknown[] = [];
    session.subscribe(() => heard.push(session.current()));
    session.end();
    expect(heard).toEqual([undefined]);
  });

  it('is nobody’s when what was stored is broken', () => {
    const storage = { getItem: () => '{broken', setItem: () => undefined, removeItem: () => undefined };
    expect(new SessionStore({ storage, now: () => 0, refresh: renewed }).current()).toBeUndefined();
  });
});
