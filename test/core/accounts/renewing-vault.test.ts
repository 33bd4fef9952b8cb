import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../../shared/core/accounts/provider-error.ts';
import { type RenewableToken, textOfToken } from '../../../shared/core/accounts/renewable-token.ts';
import { type RenewToken, renewingVault } from '../../../shared/core/accounts/renewing-vault.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { type FixedClock, fixedClock, sequentialIds } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { oneTokenVault } from '../../support/one-token-vault.ts';

const context = aContext();

function aToken(clock: FixedClock, overrides: Partial<RenewableToken> = {}): RenewableToken {
  return {
    provider: 'tiktok',
    accessToken: 'act.1',
    accessTokenExpiresAt: addSeconds(clock.now(), 86_400),
    refreshToken: 'rft.1',
    ...overrides,
  };
}

/** A provider that takes every refresh token once, as rotation demands. */
function aRotatingProvider(clock: FixedClock) {
  const asked: string[] = [];
  const renew: RenewToken = async (refreshToken) => {
    asked.push(refreshToken);
    await Promise.resolve();
    if (asked.indexOf(refreshToken) < asked.length - 1) {
      throw new ProviderError('token_rejected', 'The refresh token was used before.');
    }
    const number = asked.length + 1;
    return aToken(clock, { accessToken: `act.${number}`, refreshToken: `rft.${number}` });
  };
  return { asked, renew };
}

function aVault(renew?: RenewToken, clock = fixedClock()) {
  const inner = oneTokenVault(textOfToken(aToken(clock)));
  const newId = sequentialIds();
  const vault = renewingVault({
    vault: inner,
    renewals: inner,
    renewers: renew ? { tiktok: renew } : {},
    newSecret: () => newId('holder'),
    clock,
    wait: async (milliseconds) => clock.advance({ seconds: milliseconds / 1_000 }),
  });
  return { vault, inner, clock };
}

describe('tokens that end after hours', () => {
  it('CM-03 leaves a token alone that lasts long enough, and every token that lasts for good', async () => {
    const { vault, inner } = aVault();
    expect(await vault.open(context, 'acc_1')).toBe('act.1');
    inner.store('EAA-page-token');
    expect(await vault.open(context, 'acc_1')).toBe('EAA-page-token');
  });

  it('CM-03 renews a token that ends soon and stores the rotated one before it is used', async () => {
    const clock = fixedClock();
    const { renew, asked } = aRotatingProvider(clock);
    const { vault, inner } = aVault(renew, clock);
    clock.advance({ hours: 23, minutes: 56 });
    expect(await vault.open(context, 'acc_1')).toBe('act.2');
    expect(inner.stored()).toBe(textOfToken(aToken(clock, { accessToken: 'act.2', refreshToken: 'rft.2' })));
    expect(await vault.open(context, 'acc_1')).toBe('act.2');
    expect(asked).toEqual(['rft.1']);
  });

  it('CM-03 uses what the provider gives, however short it lasts, and does not ask again and again', async () => {
    const clock = fixedClock();
    const asked: string[] = [];
    const { vault } = aVault(async (refreshToken) => {
      asked.push(refreshToken);
      return aToken(clock, { accessToken: 'act.brief', accessTokenExpiresAt: addSeconds(clock.now(), 60) });
    }, clock);
    clock.advance({ hours: 25 });
    expect(await vault.open(context, 'acc_1')).toBe('act.brief');
    expect(asked).toEqual(['rft.1']);
  });

  it('CM-03 lets one of many callers renew; the others wait for its token', async () => {
    const clock = fixedClock();
    const { renew, asked } = aRotatingProvider(clock);
    const { vault } = aVault(renew, clock);
    clock.advance({ hours: 25 });
    const opened = await Promise.all(Array.from({ length: 20 }, () => vault.open(context, 'acc_1')));
    expect(opened).toEqual(Array.from({ length: 20 }, () => 'act.2'));
    expect(asked).toEqual(['rft.1']);
  });

  it('CM-03 says when the refresh token is refused, and lets the next caller try at once', async () => {
    const clock = fixedClock();
    let isDown = true;
    const { renew } = aRotatingProvider(clock);
    const { vault } = aVault(async (refreshToken) => {
      if (isDown) throw new ProviderError('outage', 'TikTok is down.');
      return renew(refreshToken);
    }, clock);
    clock.advance({ hours: 25 });
    await expect(vault.open(context, 'acc_1')).rejects.toMatchObject({ failure: 'outage' });
    isDown = false;
    expect(await vault.open(context, 'acc_1')).toBe('act.2');
  });

  it('CM-03 takes over from a renewer that died, and gives up waiting for one that lives', async () => {
    const clock = fixedClock();
    const { renew } = aRotatingProvider(clock);
    const { vault, inner } = aVault(renew, clock);
    clock.advance({ hours: 25 });
    const { revision } = await inner.read(context, 'acc_1');
    const lease = { revision, holder: 'dead', now: clock.now(), until: addSeconds(clock.now(), 30) };
    expect(await inner.lease(context, 'acc_1', lease)).toBe(true);
    await expect(vault.open(context, 'acc_1')).rejects.toMatchObject({ failure: 'unreachable' });
    clock.advance({ seconds: 30 });
    expect(await vault.open(context, 'acc_1')).toBe('act.2');
  });

  it('CM-03 keeps the stored refresh token when connecting again brought none', async () => {
    const { vault, inner, clock } = aVault();
    const again = aToken(clock, { accessToken: 'act.9', refreshToken: null });
    inner.store(await vault.seal(context, 'acc_1', textOfToken(again)));
    expect(inner.stored()).toBe(textOfToken({ ...again, refreshToken: 'rft.1' }));
    expect(await vault.unseal(context, 'acc_1', inner.stored())).toBe('act.9');
  });
});

describe('tokens of Meta, which can be renewed only while they live', () => {
  const inDays = (days: number) => days * 86_400;

  function aMetaVault(renew: RenewToken, daysLeft: number) {
    const clock = fixedClock();
    const told: string[] = [];
    const inner = oneTokenVault(
      textOfToken(
        aToken(clock, {
          provider: 'facebook',
          accessTokenExpiresAt: addSeconds(clock.now(), inDays(daysLeft)),
        }),
      ),
    );
    const vault = renewingVault({
      vault: inner,
      renewals: inner,
      renewers: { facebook: renew },
      onRenewedEarly: async (_context, _accountId, expiresAt) => void told.push(expiresAt),
      newSecret: sequentialIds().bind(null, 'holder'),
      clock,
      wait: async () => undefined,
    });
    return { vault, told, clock };
  }
  const refuse = (failure: 'outage' | 'token_rejected'): RenewToken => {
    return () => Promise.reject(new ProviderError(failure, 'Not now.'));
  };

  it('CM-03 are renewed ten days ahead, and their account says until when', async () => {
    const clock = fixedClock();
    const accessTokenExpiresAt = addSeconds(clock.now(), inDays(60));
    const renewed = aToken(clock, { provider: 'facebook', accessToken: 'act.2', accessTokenExpiresAt });
    const { vault, told } = aMetaVault(async () => renewed, 9);
    expect(await vault.open(context, 'acc_1')).toBe('act.2');
    expect(told).toEqual([accessTokenExpiresAt]);
    const early = aMetaVault(async () => renewed, 11);
    expect(await early.vault.open(context, 'acc_1')).toBe('act.1');
  });

  it.each(['outage', 'token_rejected'] as const)(
    'CM-03 stay in use while they live, whatever stands in the way of a new one: %s',
    async (failure) => {
      const { vault } = aMetaVault(refuse(failure), 9);
      expect(await vault.open(context, 'acc_1')).toBe('act.1');
    },
  );

  it('CM-03 are refused when they have ended unrenewed', async () => {
    const { vault, clock } = aMetaVault(refuse('token_rejected'), 1);
    clock.advance({ seconds: inDays(2) });
    await expect(vault.open(context, 'acc_1')).rejects.toMatchObject({ failure: 'token_rejected' });
  });
});
