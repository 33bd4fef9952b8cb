import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { simulatedTiktokApp } from '../../../local/providers/tiktok/app.ts';
import { signatureOf } from '../../../local/providers/tiktok/webhooks.ts';
import type { Capture } from '../../../shared/core/accounts/receive-events.ts';
import { textOfToken } from '../../../shared/core/accounts/renewable-token.ts';
import { renewingVault } from '../../../shared/core/accounts/renewing-vault.ts';
import { syncAccount } from '../../../shared/core/accounts/sync-account.ts';
import { takeInAnnounced } from '../../../shared/core/accounts/take-in-announced.ts';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { newInteraction } from '../../../shared/core/interactions/new-interaction.ts';
import type { Known } from '../../../shared/core/interactions/ports.ts';
import { accountStore } from '../../../shared/infra/dynamo/account-store.ts';
import { contentStore } from '../../../shared/infra/dynamo/content-store.ts';
import { readingLedgerStore } from '../../../shared/infra/dynamo/reading-ledger-store.ts';
import { syncStateStore } from '../../../shared/infra/dynamo/sync-state-store.ts';
import { tokenVault } from '../../../shared/infra/dynamo/token-vault.ts';
import { tiktokAnnouncements, tiktokReader } from '../../../shared/infra/tiktok/tiktok-account.ts';
import { tiktokTokenRenewer } from '../../../shared/infra/tiktok/tiktok-authorizer.ts';
import { tiktokInspection } from '../../../shared/infra/tiktok/tiktok-inspection.ts';
import { tiktokInteractions } from '../../../shared/infra/tiktok/tiktok-interactions.ts';
import { tiktokWebhook } from '../../../shared/infra/tiktok/tiktok-webhook.ts';
import { randomSecret } from '../../../shared/runtime/live/clock.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { fakeCipher } from '../../support/fake-cipher.ts';
import { lookThrough } from '../../support/look-through.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { aTiktokAccount, onTiktok, tiktokOf, tiktokTokens } from '../../support/tiktok.ts';

/** Comments of the simulated account at its first start, its own among them. */
const Comments = 13;

describe('an account of TikTok', () => {
  let database: StartedTable;
  let world: StartedWorld;
  beforeAll(async () => {
    database = await startTable();
  });
  afterAll(() => database.stop());

  let number = 0;
  let context: ReturnType<typeof aContext>;
  let account = aTiktokAccount();
  let captured: Capture[];
  let stored: Map<string, Known>;
  const clock = fixedClock();

  beforeEach(async () => {
    world = await startTestWorld();
    number += 1;
    context = aContext({ organizationId: `org_tiktok_${number}` });
    clock.set(new Date().toISOString());
    account = aTiktokAccount({ nextAt: clock.now() });
    captured = [];
    stored = new Map();
    const token = { ...(await tiktokTokens(world)), accessTokenExpiresAt: in24Hours() };
    const sealed = await vault().seal(context, account.accountId, textOfToken(token));
    await accountStore(database.table).connect(context, account, sealed);
    return () => world.stop();
  });

  const in24Hours = () => new Date(Date.parse(clock.now()) + 86_400_000).toISOString();

  function vault() {
    const inner = tokenVault({ table: database.table, cipher: fakeCipher(), nowMilliseconds: Date.now });
    const requireApp = async () => simulatedTiktokApp;
    return renewingVault({
      vault: inner,
      renewals: inner,
      renewers: { tiktok: tiktokTokenRenewer({ client: tiktokOf(world), requireApp, clock }) },
      newSecret: randomSecret,
      clock,
      wait: () => new Promise((resolve) => setImmediate(resolve)),
    });
  }

  async function capture(captures: readonly Capture[]): Promise<void> {
    captured.push(...captures);
    for (const one of captures) {
      if (one.kind !== 'seen') continue;
      stored.set(interactionIdOf(one.interaction), newInteraction(one.interaction));
    }
  }

  const deps = () => ({
    accounts: accountStore(database.table),
    states: syncStateStore(database.table),
    contents: contentStore(database.table),
    ledgers: readingLedgerStore(database.table),
    look: lookThrough(tiktokInteractions(tiktokOf(world)), vault()),
    vault: vault(),
    readers: { tiktok: tiktokReader(tiktokOf(world)) },
    inspectors: {
      tiktok: tiktokInspection({ client: tiktokOf(world), requireApp: async () => simulatedTiktokApp }),
    },
    announcementReaders: { tiktok: tiktokAnnouncements(tiktokOf(world)) },
    interactions: {
      known: async (_context: unknown, ids: readonly string[]) =>
        new Map([...stored].filter(([id]) => ids.includes(id))),
    },
    capture,
    requestSync: async () => undefined,
    newSecret: randomSecret,
    clock,
    remainingMilliseconds: () => 60_000,
  });
  const sync = () => syncAccount(deps(), context, account.accountId);
  const current = () => accountStore(database.table).find(context, account.accountId);
  const texts = () => captured.flatMap((one) => (one.kind === 'seen' ? [one.interaction.text] : []));

  async function aVideoId(): Promise<string> {
    const profile = await onTiktok<{ videos: { id: string }[] }>(
      world,
      'GET',
      `/accounts/${account.externalId}`,
    );
    return profile.videos.at(-1)?.id ?? '';
  }

  it('CM-08 is read as a whole, and then newest comments first although TikTok counts them days later', async () => {
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
    expect(stored.size).toBe(Comments);
    captured = [];
    clock.advance({ minutes: 15 });
    await onTiktok(world, 'POST', `/videos/${await aVideoId()}/comments`, { text: 'Só agora vi isto!' });
    expect(await sync()).toBe('finished');
    expect(texts()).toEqual(['Só agora vi isto!']);
  });

  it('CM-04 is looked at once a day, and nothing is wrong with it', async () => {
    await sync();
    expect((await current())?.health).toEqual({ checkedAt: clock.now(), findings: [] });
  });

  it('CM-03 has its token renewed on use, once for all who ask', async () => {
    clock.advance({ hours: 30 });
    const [outcome] = await Promise.all([sync(), vault().open(context, account.accountId)]);
    expect(outcome).toBe('finished');
    expect(captured).toHaveLength(Comments);
    const calls = await onTiktok<{ path: string }[]>(world, 'GET', '/calls');
    const renewals = calls.filter(({ path }) => path.endsWith('/refresh_token/'));
    expect(renewals).toHaveLength(1);
  });

  it('CM-03 asks to be connected again after its owner took the access back', async () => {
    await onTiktok(world, 'POST', '/revocations', { openId: account.externalId });
    expect(await sync()).toBe('needs_reconnect');
    expect(await current()).toMatchObject({
      status: 'needs_reconnect',
      statusReason: 'TikTok no longer accepts the access. Connect the account again.',
      nextAt: null,
    });
  });

  it('CM-06 rests five minutes after a throttle and then loses nothing', async () => {
    await onTiktok(world, 'POST', '/faults', { kind: 'throttle', pathIncludes: '/comment/list/' });
    expect(await sync()).toBe('deferred');
    clock.advance({ minutes: 5 });
    expect(await sync()).toBe('finished');
    expect(captured).toHaveLength(Comments);
  });

  it('CM-10 reads what its webhook announced, knows its own echo, and drops what is gone', async () => {
    const videoId = await aVideoId();
    const say = (body: object) => onTiktok(world, 'POST', `/videos/${videoId}/comments`, body);
    const bodies = [
      await say({ text: 'Price?', author: 'Ana Reis' }),
      await say({ text: '9.90', asOwner: true }),
      { id: '7420000000000000009' },
    ];
    const webhook = tiktokWebhook(async () => simulatedTiktokApp);
    const outcomes: string[] = [];
    for (const { id } of bodies) {
      const body = Buffer.from(
        JSON.stringify({
          event: 'comment.update',
          create_time: 1_763_700_300,
          user_openid: account.externalId,
          content: `{"comment_id":${id},"video_id":${videoId},"parent_comment_id":0,"comment_action":"insert"}`,
        }),
      );
      const signature = signatureOf(body.toString(), Math.floor(Date.parse(clock.now()) / 1_000));
      for (const event of await webhook.read(body, signature, clock.now())) {
        if (event.kind !== 'announced') continue;
        outcomes.push(await takeInAnnounced(deps(), context, account.accountId, event));
      }
    }
    expect(outcomes).toEqual(['taken_in', 'taken_in', 'gone']);
    expect(
      captured.map((one) => one.kind === 'seen' && [one.interaction.text, one.interaction.isFromOwner]),
    ).toEqual([
      ['Price?', false],
      ['9.90', true],
    ]);
  });
});
