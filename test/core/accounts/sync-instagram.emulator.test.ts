import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import type { Capture } from '../../../shared/core/accounts/receive-events.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';
import { syncAccount } from '../../../shared/core/accounts/sync-account.ts';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { newInteraction } from '../../../shared/core/interactions/new-interaction.ts';
import type { Known } from '../../../shared/core/interactions/ports.ts';
import { accountStore } from '../../../shared/infra/dynamo/account-store.ts';
import { contentStore } from '../../../shared/infra/dynamo/content-store.ts';
import { readingLedgerStore } from '../../../shared/infra/dynamo/reading-ledger-store.ts';
import { syncStateStore } from '../../../shared/infra/dynamo/sync-state-store.ts';
import { tokenVault } from '../../../shared/infra/dynamo/token-vault.ts';
import { instagramInteractions } from '../../../shared/infra/instagram/instagram-interactions.ts';
import { instagramReader } from '../../../shared/infra/instagram/instagram-reader.ts';
import { randomSecret } from '../../../shared/runtime/live/clock.ts';
import { anInstagramAccount, instagramToken } from '../../support/accounts.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { fakeCipher } from '../../support/fake-cipher.ts';
import { lookThrough } from '../../support/look-through.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

/** Media, and comments with replies, of the simulated account at its first start. */
const Media = 3;
const Comments = 13;

describe('a sync pass over an Instagram account', () => {
  let database: StartedTable;
  let world: StartedWorld;
  let account: SocialAccount;
  let stored: Map<string, Known>;
  let captured: Capture[];
  const context = aContext();
  const clock = fixedClock();
  beforeAll(async () => {
    [database, world] = await Promise.all([startTable(), startTestWorld()]);
  });
  afterAll(() => Promise.all([database.stop(), world.stop()]));

  const vault = () => tokenVault({ table: database.table, cipher: fakeCipher(), nowMilliseconds: Date.now });
  const accounts = () => accountStore(database.table);

  beforeEach(async () => {
    clock.set(new Date().toISOString());
    account = anInstagramAccount({ nextAt: clock.now(), limitations: ['no_messages'] });
    stored = new Map();
    captured = [];
    const sealed = await vault().seal(context, account.accountId, await instagramToken(world));
    await accounts().connect(context, account, sealed);
  });

  function sync() {
    const { table } = database;
    const deps = {
      accounts: accounts(),
      states: syncStateStore(table),
      contents: contentStore(table),
      ledgers: readingLedgerStore(table),
      look: lookThrough(instagramInteractions(world.graph), vault()),
      vault: vault(),
      readers: { instagram: instagramReader(world.graph) },
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

  const textsOf = (captures: readonly Capture[]) =>
    captures.flatMap((one) => (one.kind === 'seen' ? [one.interaction.text] : []));

  it('CM-07 hands every comment to intake once, and later what is new or was edited beside it', async () => {
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
    expect(stored.size).toBe(Comments);
    const known = await accounts().find(context, account.accountId);
    expect(known?.lastSync).toMatchObject({ posts: Media, new: Comments, updated: 0, failed: 0 });

    const path = `/instagram-accounts/${beanBarInstagram.id}`;
    const { media } = await world.meta<{ media: { comments: { id: string }[] }[] }>('GET', path);
    const [comment] = media[0]?.comments ?? [];
    await world.meta('PATCH', `/instagram-comments/${comment?.id}`, { text: 'Edited in the app' });
    await world.meta('POST', `/instagram-comments/${comment?.id}/replies`, { text: 'Below the oldest' });
    captured.length = 0;
    clock.advance({ minutes: 15 });
    expect(await sync()).toBe('finished');
    expect(textsOf(captured)).toEqual(['Edited in the app', 'Below the oldest']);
  });

  it('CM-07 finds media of others on which the account is tagged, once', async () => {
    const path = `/instagram-accounts/${beanBarInstagram.id}/tags`;
    for (const caption of ['Best flat white', 'Sunday with friends']) {
      await world.meta('POST', path, { caption, username: 'ana.p' });
    }
    const tags = () =>
      captured.flatMap((one) =>
        one.kind === 'seen' && one.interaction.kind === 'mention' ? [one.interaction] : [],
      );
    clock.advance({ seconds: 3 * 86_400 });
    await sync();
    expect(
      tags()
        .map(({ text, author, isFromOwner }) => [text, author.name, isFromOwner])
        .sort(),
    ).toEqual([
      ['Best flat white', 'ana.p', false],
      ['Sunday with friends', 'ana.p', false],
    ]);
    clock.advance({ seconds: 900 });
    await sync();
    expect(tags()).toHaveLength(2);
  });
});
