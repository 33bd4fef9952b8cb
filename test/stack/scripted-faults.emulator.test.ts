import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../bin/demo/client.ts';
import { connectAccount } from '../../bin/demo/connect-account.ts';
import { until } from '../../bin/demo/progress.ts';
import { signIn } from '../../bin/demo/sign-in.ts';
import { World } from '../../bin/demo/world.ts';
import { prepareStack } from '../../bin/local/prepare-stack.ts';
import { storeAppCredentials } from '../../bin/local/store-app-credentials.ts';
import { type LocalCloud, startLocalCloud } from '../../local/cloud.ts';
import { escaped, signatureOf } from '../../local/providers/meta/webhooks.ts';
import { stackFolderIn } from '../../local/state/state-folder.ts';
import { GetAccount, SyncAccount } from '../../shared/contract/api/accounts.ts';
import { GetInteraction, ListInteractions } from '../../shared/contract/api/interactions.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { AccountWorld, type Said } from './four-platforms.ts';

const Assets = [
  { provider: 'facebook', name: 'Bean Bar' },
  { provider: 'instagram', name: 'beanbar' },
  { provider: 'tiktok', name: 'Bean Bar' },
  { provider: 'youtube', name: 'Bean Bar' },
] as const;

const CommentsEach = 25;

/** Seconds since 1970: before everything that the test does. */
const LongAgo = 1_763_700_000;

/** A pass that is due sooner than that comes by itself. */
const RestMilliseconds = 5_000;

/** Met by the passes that read the comments: each platform throttles, breaks, loses answers and drops the token. */
const Faults = [
  ['meta', { kind: 'server_error', times: 4, method: 'GET', pathIncludes: '/comments' }],
  ['meta', { kind: 'throttle_page', method: 'GET', pathIncludes: '/comments' }],
  ['meta', { kind: 'lost_answer', times: 2, method: 'GET', pathIncludes: '/comments' }],
  ['meta', { kind: 'token_invalid', method: 'GET', pathIncludes: '/comments' }],
  ['tiktok', { kind: 'server_error', times: 4, pathIncludes: '/comment/list/' }],
  ['tiktok', { kind: 'throttle', pathIncludes: '/comment/list/' }],
  ['tiktok', { kind: 'lost_answer', times: 2, pathIncludes: '/comment/list/' }],
  ['youtube', { kind: 'server_error', times: 4, method: 'GET', pathIncludes: '/commentThreads' }],
  ['youtube', { kind: 'rate_limited', method: 'GET', pathIncludes: '/commentThreads' }],
  ['youtube', { kind: 'lost_answer', times: 2, method: 'GET', pathIncludes: '/commentThreads' }],
] as const;

describe('four connected accounts on platforms that fail', () => {
  let state: string;
  let cloud: LocalCloud;
  let client: Client;
  let world: World;
  const accounts: SocialAccount[] = [];
  const askedAt = new Map<string, number>();

  beforeAll(async () => {
    state = mkdtempSync(join(tmpdir(), 'earshot-faults-'));
    prepareStack(stackFolderIn(state));
    cloud = await startLocalCloud({ stack: stackFolderIn(state), stateDir: state, quiet: true });
    await storeAppCredentials(cloud);
    client = await signIn(cloud.url);
    world = new World(cloud.url);
  }, 120_000);
  afterAll(async () => {
    await cloud?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  it('CM-11 have every comment stored exactly once, and none lost', async () => {
    for (const [platform, fault] of Faults) await world.control('POST', `/${platform}/faults`, fault);
    for (const asset of Assets) accounts.push(await connectAccount(client, asset));
    for (const account of accounts) await talkBelow(account);
    await waitUntilRead(new Date().toISOString());

    for (const account of accounts) {
      const shown = await worldOf(account).everything();
      await until(
        'all that webhooks told is taken in',
        async () => (await idsOf(account)).length >= shown.length,
      );
      expect(shown.length).toBeGreaterThan(CommentsEach);
      expect({ provider: account.provider, comments: sorted(await stored(account)) }).toEqual({
        provider: account.provider,
        comments: sorted(shown),
      });
    }
  }, 360_000);

  const worldOf = ({ provider, externalId }: SocialAccount) => new AccountWorld(world, provider, externalId);

  /** Customers write, answer each other, edit and delete where the platform tells of it at once. */
  async function talkBelow(account: SocialAccount): Promise<void> {
    const platform = worldOf(account);
    const ids: string[] = [];
    for (let number = 0; number < CommentsEach; number += 1) {
      ids.push(await platform.comment(`Comment ${number} 😀 Größe?`, number));
    }
    const [first = '', second = '', third = ''] = ids;
    await platform.reply(first, 'I think so too');
    if (account.provider === 'facebook') await platform.edit(second, 'Comment 1, edited');
    if (account.provider === 'facebook' || account.provider === 'tiktok') await platform.remove(third);
    if (account.provider === 'facebook') await tellAgain(account.externalId, ids.toReversed());
  }

  /** Additions that Meta delivers again, late, in another order, escaped and not. */
  async function tellAgain(pageId: string, ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      const value = {
        item: 'comment',
        verb: 'add',
        comment_id: id,
        post_id: `${pageId}_1`,
        parent_id: `${pageId}_1`,
        created_time: LongAgo,
        from: { id: 'person_1', name: 'Lena' },
        message: `Comment ${ids.length - 1 - index} 😀 Größe?`,
      };
      const entry = [{ id: pageId, time: LongAgo, changes: [{ field: 'feed', value }] }];
      const json = JSON.stringify({ object: 'page', entry });
      for (const body of [json, escaped(json)]) {
        const headers = { 'x-hub-signature-256': signatureOf(body) };
        const answer = await fetch(`${cloud.url}/hooks/meta`, { method: 'POST', body, headers });
        expect(answer.status).toBe(200);
      }
    }
  }

  /** Asks for passes, and connects again where the token was dropped, until all was read and every fault was met. */
  async function waitUntilRead(since: string): Promise<void> {
    await until(
      'all accounts are read to the end',
      async () => {
        const faults = await faultsLeft();
        const unread = await Promise.all(
          accounts.map((_account, index) => bringForward(index, since, faults)),
        );
        return faults === 0 && !unread.includes(true);
      },
      240,
    );
  }

  /** Asks for the next pass of an account that rests with work left; true while it was not read to its end. */
  async function bringForward(index: number, since: string, faults: number): Promise<boolean> {
    const accountId = accounts[index]?.accountId ?? '';
    const { status, nextAt, lastSync } = await client.call(GetAccount, { params: { accountId } });
    const asset = Assets[index];
    if (status === 'needs_reconnect' && asset) await connectAccount(client, asset);
    const isRead = lastSync?.finishedAt != null && lastSync.startedAt > since;
    const rests = nextAt !== null && Math.abs(Date.parse(nextAt) - Date.now()) > RestMilliseconds;
    const wasAsked = (askedAt.get(accountId) ?? 0) > Date.now() - RestMilliseconds;
    if (status === 'active' && rests && !wasAsked && (!isRead || faults > 0)) {
      askedAt.set(accountId, Date.now());
      await client.call(SyncAccount, { params: { accountId } });
    }
    return status !== 'active' || !isRead;
  }

  async function faultsLeft(): Promise<number> {
    const lists = await Promise.all(
      ['meta', 'tiktok', 'youtube'].map((platform) => world.control('GET', `/${platform}/faults`)),
    );
    return lists.flat().length;
  }

  async function stored(account: SocialAccount): Promise<Said[]> {
    const ids = await idsOf(account);
    return Promise.all(
      ids.map(async (interactionId) => {
        const { externalId, text } = await client.call(GetInteraction, { params: { interactionId } });
        return { externalId, text };
      }),
    );
  }

  async function idsOf({ accountId }: SocialAccount): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { accountId, own: 'true' as const, limit: 100, ...(cursor && { cursor }) };
      const page = await client.call(ListInteractions, { query });
      const kept = page.items.filter(
        ({ status, kind }) => status !== 'deleted' && (kind === 'comment' || kind === 'reply'),
      );
      found.push(...kept.map(({ interactionId }) => interactionId));
      cursor = page.cursor;
    } while (cursor);
    return found;
  }
});

function sorted(comments: readonly Said[]): Said[] {
  return comments.toSorted((a, b) => a.externalId.localeCompare(b.externalId));
}
