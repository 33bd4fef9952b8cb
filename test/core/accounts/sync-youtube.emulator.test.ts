import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '../../../shared/core/accounts/receive-events.ts';
import { renewingVault } from '../../../shared/core/accounts/renewing-vault.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';
import { syncAccount } from '../../../shared/core/accounts/sync-account.ts';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { newInteraction } from '../../../shared/core/interactions/new-interaction.ts';
import type { Known } from '../../../shared/core/interactions/ports.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../../shared/core/kernel/time.ts';
import { accountStore } from '../../../shared/infra/dynamo/account-store.ts';
import { contentStore } from '../../../shared/infra/dynamo/content-store.ts';
import { quotaStore } from '../../../shared/infra/dynamo/quota-store.ts';
import { readingLedgerStore } from '../../../shared/infra/dynamo/reading-ledger-store.ts';
import { syncStateStore } from '../../../shared/infra/dynamo/sync-state-store.ts';
import { tokenVault } from '../../../shared/infra/dynamo/token-vault.ts';
import { youtubeRenewer } from '../../../shared/infra/google/youtube-authorizer.ts';
import { youtubeReader } from '../../../shared/infra/google/youtube-channel.ts';
import { youtubeInteractions } from '../../../shared/infra/google/youtube-interactions.ts';
import { randomSecret } from '../../../shared/runtime/live/clock.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { fakeCipher } from '../../support/fake-cipher.ts';
import { lookThrough } from '../../support/look-through.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { aChannel, authorizeChannel, oauthOf, onYouTube, youtubeOf } from '../../support/youtube.ts';

/** Videos and comments of the simulated channel at its first start, its own answer and the held comment included. */
const Videos = 3;
const Comments = 13;

describe('a sync pass over a YouTube channel', () => {
  let database: StartedTable;
  let world: StartedWorld;
  let account: SocialAccount;
  let stored: Map<string, Known>;
  let captured: Capture[];
  let renewals: number;
  let number = 0;
  const context = aContext();
  const clock = fixedClock();
  beforeAll(async () => {
    database = await startTable();
  });
  afterAll(() => database.stop());

  const ledger = () => quotaStore(database.table, `youtube-${number}`);
  const accounts = () => accountStore(database.table);
  const current = () => accounts().find(context, account.accountId);
  const vault = () =>
    renewingVaultOf(tokenVault({ table: database.table, cipher: fakeCipher(), nowMilliseconds: Date.now }));

  function renewingVaultOf(tokens: ReturnType<typeof tokenVault>) {
    const renew = youtubeRenewer(oauthOf(world, clock));
    return renewingVault({
      vault: tokens,
      renewals: tokens,
      renewers: {
        youtube: (refreshToken) => {
          renewals += 1;
          return renew(refreshToken);
        },
      },
      newSecret: randomSecret,
      clock,
      wait: async () => undefined,
    });
  }

  beforeEach(async () => {
    world = await startTestWorld();
    number += 1;
    clock.set(new Date().toISOString());
    account = aChannel({ accountId: `acc_${number}`, nextAt: clock.now() });
    stored = new Map();
    captured = [];
    renewals = 0;
    const { assets } = await authorizeChannel(world);
    const sealed = await vault().seal(context, account.accountId, assets[0]?.token ?? '');
    await accounts().connect(context, account, sealed);
    return () => world.stop();
  });

  function sync() {
    const { table } = database;
    const deps = {
      accounts: accounts(),
      states: syncStateStore(table),
      contents: contentStore(table),
      ledgers: readingLedgerStore(table),
      look: lookThrough(youtubeInteractions(youtubeOf(world, ledger())), vault()),
      vault: vault(),
      readers: { youtube: youtubeReader(youtubeOf(world, ledger())) },
      inspectors: {},
      interactions: {
        known: async (_context: unknown, ids: readonly string[]) =>
          new Map([...stored].filter(([id]) => ids.includes(id))),
      },
      capture,
      requestSync: async () => undefined,
      newSecret: randomSecret,
      clock,
      remainingMilliseconds: () => 60_000,
    };
    return syncAccount(deps, context, account.accountId);
  }

  async function capture(captures: readonly Capture[]): Promise<void> {
    captured.push(...captures);
    for (const one of captures) {
      if (one.kind !== 'seen') continue;
      stored.set(interactionIdOf(one.interaction), newInteraction(one.interaction));
    }
  }

  const seen = () =>
    captured.flatMap((one) =>
      one.kind === 'seen' ? [[one.interaction.text, one.interaction.isHidden]] : [],
    );

  it('CM-09 keeps what it read for 30 days, and longer only what it reads again', async () => {
    await sync();
    const startedAt = clock.now();
    const expiries = () =>
      new Set(captured.map((one) => (one.kind === 'seen' ? one.interaction.expiresAt : undefined)));
    expect([...expiries()]).toEqual([addMilliseconds(startedAt, 30 * MillisecondsPerDay)]);
    captured = [];
    clock.advance({ days: 20 });
    await sync();
    expect(captured).toEqual([]);
    clock.advance({ days: 4 });
    await sync();
    expect([...expiries()]).toEqual([addMilliseconds(clock.now(), 30 * MillisecondsPerDay)]);
  });

  it('CM-09 hands every comment to intake, and then only what is new, held ones too', async () => {
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
    expect((await current())?.lastSync).toMatchObject({ posts: Videos, new: Comments, failed: 0 });

    captured = [];
    const path = '/videos/bb-roasting/comments';
    await onYouTube(world, 'POST', path, { text: 'Buy my course', status: 'heldForReview' });
    clock.advance({ minutes: 15 });
    expect(await sync()).toBe('finished');
    expect(seen()).toEqual([['Buy my course', true]]);
  });

  it('CM-03 renews access that has ended, once, and goes on with it', async () => {
    clock.advance({ hours: 2 });
    await Promise.all([vault().open(context, account.accountId), vault().open(context, account.accountId)]);
    expect(await sync()).toBe('finished');
    expect(renewals).toBe(1);
  });

  it('CM-03 asks to be reconnected when the person has withdrawn the access', async () => {
    await onYouTube(world, 'POST', '/revocations');
    clock.advance({ hours: 2 });
    expect(await sync()).toBe('needs_reconnect');
    expect(await current()).toMatchObject({ status: 'needs_reconnect', nextAt: null });
  });

  it('CM-06 puts a pass off to midnight in California when the units of the day are spent', async () => {
    clock.set('2026-11-20T12:00:00.000Z');
    await accounts().note(context, account.accountId, { nextAt: clock.now() });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date());
    await ledger().close(today, 10_000);
    expect(await sync()).toBe('deferred');
    expect(captured).toEqual([]);
    const waits = Date.parse((await current())?.nextAt ?? '') - Date.parse(clock.now());
    expect(waits).toBeGreaterThan(0);
    expect(waits).toBeLessThanOrEqual(24 * 3_600_000);
  });
});

describe('the ledger of daily units', () => {
  it('CM-06 never gives more than the limit, however many ask at once', async () => {
    const database = await startTable();
    try {
      const ledger = quotaStore(database.table, 'youtube');
      const taken = await Promise.all(Array.from({ length: 30 }, () => ledger.take('2026-11-20', 50, 1_000)));
      expect(taken.filter(Boolean)).toHaveLength(20);
      expect(await ledger.take('2026-11-20', 1, 1_000)).toBe(false);
      expect(await ledger.take('2026-11-21', 1, 1_000)).toBe(true);
    } finally {
      await database.stop();
    }
  });
});
