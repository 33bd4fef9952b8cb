import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import type { Capture } from '../../../shared/core/accounts/receive-events.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';
import { syncAccount } from '../../../shared/core/accounts/sync-account.ts';
import { contentIdOf, interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { newInteraction } from '../../../shared/core/interactions/new-interaction.ts';
import type { Known } from '../../../shared/core/interactions/ports.ts';
import { addMilliseconds } from '../../../shared/core/kernel/time.ts';
import { accountStore } from '../../../shared/infra/dynamo/account-store.ts';
import { contentStore } from '../../../shared/infra/dynamo/content-store.ts';
import { readingLedgerStore } from '../../../shared/infra/dynamo/reading-ledger-store.ts';
import { syncStateStore } from '../../../shared/infra/dynamo/sync-state-store.ts';
import { tokenVault } from '../../../shared/infra/dynamo/token-vault.ts';
import { metaInspection } from '../../../shared/infra/meta/meta-inspection.ts';
import { metaInteractions } from '../../../shared/infra/meta/meta-interactions.ts';
import { metaReader } from '../../../shared/infra/meta/meta-page.ts';
import { pageSearch } from '../../../shared/infra/meta/page-search.ts';
import { randomSecret } from '../../../shared/runtime/live/clock.ts';
import { anAccount, pageToken } from '../../support/accounts.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { fakeCipher } from '../../support/fake-cipher.ts';
import { lookThrough } from '../../support/look-through.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

/** Posts and comments of the simulated page at its first start. */
const Posts = 5;
const Comments = 32;

describe('a sync pass over a Facebook page', () => {
  let database: StartedTable;
  let world: StartedWorld;
  let token: string;
  beforeAll(async () => {
    database = await startTable();
  });
  afterAll(() => database.stop());

  let number = 0;
  let account: SocialAccount;
  let context: ReturnType<typeof aContext>;
  let stored: Map<string, Known>;
  let captured: Capture[];
  let requested: number;
  let duringCapture: () => Promise<void>;
  const clock = fixedClock();

  beforeEach(async () => {
    world = await startTestWorld();
    token = await pageToken(world);
    number += 1;
    context = aContext({ organizationId: `org_${number}` });
    clock.set(new Date().toISOString());
    account = anAccount({ accountId: `acc_${number}`, nextAt: clock.now(), limitations: ['no_messages'] });
    stored = new Map();
    captured = [];
    requested = 0;
    duringCapture = async () => undefined;
    const sealed = await vault().seal(context, account.accountId, token);
    await accountStore(database.table).connect(context, account, sealed);
    return () => world.stop();
  });

  const vault = () => tokenVault({ table: database.table, cipher: fakeCipher(), nowMilliseconds: Date.now });

  function sync(remainingMilliseconds = () => 60_000) {
    const { table } = database;
    const deps = {
      accounts: accountStore(table),
      states: syncStateStore(table),
      contents: contentStore(table),
      ledgers: readingLedgerStore(table),
      look: lookThrough(metaInteractions(world.graph), vault()),
      vault: vault(),
      readers: { facebook: metaReader(world.graph) },
      inspectors: {
        facebook: metaInspection({
          graph: world.graph,
          requireApp: async () => simulatedMetaApp,
          scopes: pageSearch.scopes,
          assetScopePrefix: 'pages_',
        }),
      },
      interactions: { known: async (_context: unknown, ids: readonly string[]) => storedOf(ids) },
      capture,
      requestSync: async () => {
        requested += 1;
      },
      newSecret: randomSecret,
      clock,
      remainingMilliseconds,
    };
    return syncAccount(deps, context, account.accountId);
  }

  function storedOf(ids: readonly string[]): Map<string, Known> {
    return new Map([...stored].filter(([id]) => ids.includes(id)));
  }

  async function capture(captures: readonly Capture[]): Promise<void> {
    await duringCapture();
    captured.push(...captures);
    for (const one of captures) {
      if (one.kind !== 'seen') continue;
      stored.set(interactionIdOf(one.interaction), newInteraction(one.interaction));
    }
  }

  const current = () => accountStore(database.table).find(context, account.accountId);
  const textsOf = (captures: readonly Capture[]) =>
    captures.flatMap((one) => (one.kind === 'seen' ? [one.interaction.text] : []));
  const newPost = (message: string) =>
    world.meta<{ id: string }>('POST', `/pages/${beanBar.id}/posts`, { message });
  const newComment = (postId: string, message: string) =>
    world.meta<{ id: string }>('POST', `/posts/${postId}/comments`, { message });

  it('CM-05 reads direct messages, too, where that was allowed, and each of them once', async () => {
    const { limitations: _, ...allowed } = account;
    const sealed = await vault().seal(context, account.accountId, token);
    await accountStore(database.table).connect(context, allowed, sealed);
    expect(await sync()).toBe('finished');
    const messages = captured.filter(
      (one) => one.kind === 'seen' && one.interaction.kind === 'direct_message',
    );
    expect(messages).toHaveLength(5);
    clock.advance({ seconds: 900 });
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments + 5);
  });

  it('CM-11 hands every comment of the last 30 days to intake and says what it did', async () => {
    const startedAt = clock.now();
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
    expect(new Set(stored.keys()).size).toBe(Comments);
    expect(await current()).toEqual({
      ...account,
      lastSyncedAt: startedAt,
      lastSync: {
        startedAt,
        finishedAt: startedAt,
        posts: Posts,
        new: Comments,
        updated: 0,
        skipped: 0,
        removed: 0,
        failed: 0,
      },
      health: {
        checkedAt: startedAt,
        findings: [
          {
            code: 'webhook_missing',
            severity: 'warning',
            message:
              'Meta does not tell Earshot what happens on “Bean Bar”; comments come only with the sync. Connect the account again.',
          },
        ],
      },
      nextAt: addMilliseconds(startedAt, 15 * 60_000),
    });
  });

  it('CM-12 stores posts with their statistics', async () => {
    await sync();
    const items = await Array.fromAsync(database.table.tenant(context).all({ partition: 'CONTENT' }));
    expect(items).toHaveLength(Posts);
    expect(items.map((item) => item['title'])).toContain('Our autumn blend is back! ☕🍂');
  });

  it('CM-11 reads nothing below posts on which nothing was said since', async () => {
    const post = await newPost('News');
    await sync();
    captured = [];
    clock.advance({ minutes: 15 });
    const before = await world.meta<{ path: string }[]>('GET', '/calls');
    await newComment(post.id, 'First!');
    expect(await sync()).toBe('finished');
    const calls = (await world.meta<{ path: string }[]>('GET', '/calls')).slice(before.length);
    expect(textsOf(captured)).toEqual(['First!']);
    expect(calls.map(({ path }) => path)).toEqual([
      `/v26.0/${beanBar.id}/published_posts`,
      `/v26.0/${post.id}/comments`,
    ]);
  });

  it('CM-11 sees once a day what was edited without a word to us', async () => {
    const post = await newPost('News');
    const { id } = await newComment(post.id, 'Frist!');
    await sync();
    await world.meta('PATCH', `/comments/${id}`, { message: 'First!' });
    captured = [];
    clock.advance({ days: 1 });
    expect(await sync()).toBe('finished');
    expect(textsOf(captured)).toEqual(['First!']);
    expect((await current())?.lastSync).toMatchObject({ new: 0, updated: 1, skipped: Comments });
  });

  it('CM-11 finds once a day what was deleted without a word to us, and what its lists never show', async () => {
    const post = await newPost('News');
    const { id } = await newComment(post.id, 'Gone tomorrow');
    await newComment(post.id, 'Still here');
    await sync();
    await world.meta('DELETE', `/comments/${id}`);
    captured = [];
    clock.advance({ days: 1 });
    expect(await sync()).toBe('finished');
    expect(captured).toEqual([
      {
        kind: 'removed',
        organizationId: context.organizationId,
        removal: {
          provider: 'facebook',
          accountId: account.accountId,
          externalId: id,
          removedAt: clock.now(),
        },
      },
    ]);
    expect((await current())?.lastSync).toMatchObject({ removed: 1 });
    const contentId = contentIdOf({ ...account, externalId: post.id });
    const [content] = await contentStore(database.table).findMany(context, [contentId]);
    expect(content?.reading).toEqual({ missing: 0, completeUntil: clock.now() });
  });

  it('CM-11 does nothing before its time', async () => {
    await sync();
    expect(await sync()).toBe('not_due');
  });

  it('CM-11 lets one pass run at a time', async () => {
    const outcomes = await Promise.all([sync(), sync(), sync()]);
    expect(outcomes.sort()).toEqual(['busy', 'busy', 'finished']);
    expect(captured).toHaveLength(Comments);
  });

  it('CM-11 stops when its time is nearly over and goes on where it stopped', async () => {
    let looks = 0;
    const shortTime = () => {
      looks += 1;
      return looks > 4 ? 5_000 : 60_000;
    };
    expect(await sync(shortTime)).toBe('to_be_continued');
    const first = captured.length;
    expect(requested).toBe(1);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(Comments);
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
    expect((await current())?.lastSync).toMatchObject({ posts: Posts, new: Comments, skipped: 0 });
  });

  it('CM-06 waits as long as the platform asks and loses nothing', async () => {
    const posts = await Array.fromAsync(
      metaReader(world.graph).posts({ account, token, since: null, capturedAt: clock.now() }),
    );
    const pathIncludes = posts[2]?.externalId ?? '';
    await world.meta('POST', '/faults', { kind: 'throttle_page', pathIncludes });
    expect(await sync()).toBe('deferred');
    expect((await current())?.nextAt).toBe(addMilliseconds(clock.now(), 60_000));
    clock.advance({ seconds: 60 });
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
  });

  it('CM-03 pauses an account whose token is refused, and says why', async () => {
    await world.meta('POST', '/revocations', { pageId: beanBar.id });
    expect(await sync()).toBe('needs_reconnect');
    expect(await current()).toMatchObject({
      status: 'needs_reconnect',
      statusReason: expect.stringContaining('password'),
      nextAt: null,
    });
    expect(await sync()).toBe('not_due');
  });

  it('CM-11 backs off while the platform is down', async () => {
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await world.meta('POST', '/faults', { kind: 'server_error', times: 3 });
      expect(await sync()).toBe('deferred');
      const nextAt = (await current())?.nextAt ?? '';
      waits.push((Date.parse(nextAt) - Date.parse(clock.now())) / 60_000);
      clock.set(nextAt);
    }
    expect(waits).toEqual([15, 30, 60]);
  });

  it('CM-01 leaves an account alone that was disconnected meanwhile', async () => {
    const disconnection = { status: 'disconnected', nextAt: null } as const;
    duringCapture = async () => {
      await accountStore(database.table).update(context, account.accountId, disconnection);
    };
    await sync();
    expect(await current()).toMatchObject({ status: 'disconnected', nextAt: null });
  });
});
