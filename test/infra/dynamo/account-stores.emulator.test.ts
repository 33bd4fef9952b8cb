import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountStore } from '../../../shared/infra/dynamo/account-store.ts';
import { contentStore } from '../../../shared/infra/dynamo/content-store.ts';
import { dueItems } from '../../../shared/infra/dynamo/due-index.ts';
import { platformAssetStore } from '../../../shared/infra/dynamo/platform-asset-store.ts';
import { syncStateStore } from '../../../shared/infra/dynamo/sync-state-store.ts';
import { tokenVault } from '../../../shared/infra/dynamo/token-vault.ts';
import { anAccount } from '../../support/accounts.ts';
import { aContext } from '../../support/contexts.ts';
import { fakeCipher } from '../../support/fake-cipher.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const now = '2026-11-20T12:00:00.000Z';
const later = '2026-11-20T12:15:00.000Z';

let database: StartedTable;
beforeAll(async () => {
  database = await startTable();
});
afterAll(() => database.stop());

describe('the account store', () => {
  const accounts = () => accountStore(database.table);
  const dueRefs = async (until: string) =>
    (await Array.fromAsync(dueItems(database.table, 'sync', until))).map(({ ref }) => ref);

  it('CM-11 moves an account in the due index with its next pass, and out of it for good', async () => {
    const context = aContext({ organizationId: 'org_due' });
    const account = anAccount({ accountId: 'acc_due' });
    await accounts().connect(context, account, 'sealed');
    expect(await dueRefs(now)).toEqual(['org_due#acc_due']);
    await accounts().note(context, 'acc_due', { nextAt: later });
    expect([await dueRefs(now), await dueRefs(later)]).toEqual([[], ['org_due#acc_due']]);
    await accounts().update(context, 'acc_due', { status: 'disconnected', nextAt: null });
    await accounts().note(context, 'acc_due', { nextAt: later });
    expect(await dueRefs(later)).toEqual([]);
  });

  it('ST-03 refuses an edit of a version that is no longer stored, and one of nothing', async () => {
    const context = aContext({ organizationId: 'org_edit' });
    await accounts().connect(context, anAccount({ accountId: 'acc_1' }), 'sealed');
    const edited = await accounts().update(context, 'acc_1', { channelType: 'business' }, 1);
    expect(edited).toMatchObject({ channelType: 'business', version: 2 });
    await expect(accounts().update(context, 'acc_1', { channelType: 'lifestyle' }, 1)).rejects.toMatchObject({
      code: 'version_mismatch',
    });
    await expect(accounts().update(context, 'acc_2', {}, undefined)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('ST-04 shows an account to its own organization alone', async () => {
    await accounts().connect(
      aContext({ organizationId: 'org_a' }),
      anAccount({ accountId: 'acc_a' }),
      'sealed',
    );
    const other = aContext({ organizationId: 'org_b' });
    expect(await accounts().find(other, 'acc_a')).toBeUndefined();
    expect(await accounts().page(other, { limit: 10 })).toEqual({ items: [], cursor: undefined });
  });
});

describe('the token vault', () => {
  it('CM-02 opens a token for its account, decrypting it once in five minutes', async () => {
    let time = 0;
    let decryptions = 0;
    const cipher = fakeCipher();
    const vault = tokenVault({
      table: database.table,
      cipher: {
        ...cipher,
        open: (sealed, context) => {
          decryptions += 1;
          return cipher.open(sealed, context);
        },
      },
      nowMilliseconds: () => time,
    });
    const context = aContext({ organizationId: 'org_vault' });
    const accounts = accountStore(database.table);
    const account = anAccount({ accountId: 'acc_1' });
    await accounts.connect(context, account, await vault.seal(context, 'acc_1', 'first'));
    expect([await vault.open(context, 'acc_1'), await vault.open(context, 'acc_1'), decryptions]).toEqual([
      'first',
      'first',
      1,
    ]);
    time += 5 * 60_000;
    expect([await vault.open(context, 'acc_1'), decryptions]).toEqual(['first', 2]);
    await accounts.connect(context, account, await vault.seal(context, 'acc_1', 'second'));
    expect(await vault.open(context, 'acc_1')).toBe('second');
    await vault.delete(context, 'acc_1');
    await expect(vault.open(context, 'acc_1')).rejects.toMatchObject({ failure: 'token_rejected' });
  });

  it('CM-03 lets one holder replace the token that it read, until it was connected again', async () => {
    const vault = tokenVault({ table: database.table, cipher: fakeCipher(), nowMilliseconds: () => 0 });
    const context = aContext({ organizationId: 'org_renewal' });
    const accounts = accountStore(database.table);
    const connect = async (token: string) =>
      accounts.connect(context, anAccount({ accountId: 'acc_1' }), await vault.seal(context, 'acc_1', token));
    await connect('first');
    const { revision } = await vault.read(context, 'acc_1');
    const lease = (holder: string, at = now) =>
      vault.lease(context, 'acc_1', { revision, holder, now: at, until: later });
    expect([await lease('one'), await lease('two'), await lease('three', later)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await vault.replace(context, 'acc_1', 'one', 'late')).toBe(false);
    expect(await vault.replace(context, 'acc_1', 'three', 'second')).toBe(true);
    expect([await vault.open(context, 'acc_1'), await lease('four')]).toEqual(['second', false]);
    const renewed = await vault.read(context, 'acc_1');
    await vault.lease(context, 'acc_1', { ...renewed, holder: 'five', now, until: later });
    await connect('third');
    expect(await vault.replace(context, 'acc_1', 'five', 'stale')).toBe(false);
    expect(await vault.open(context, 'acc_1')).toBe('third');
  });

  it('CM-02 opens no token that was sealed for another account', async () => {
    const vault = tokenVault({ table: database.table, cipher: fakeCipher(), nowMilliseconds: () => 0 });
    const context = aContext({ organizationId: 'org_vault' });
    const sealed = await vault.seal(context, 'acc_1', 'secret');
    await expect(vault.unseal(context, 'acc_2', sealed)).rejects.toThrow();
    await expect(vault.unseal(aContext({ organizationId: 'org_b' }), 'acc_1', sealed)).rejects.toThrow();
  });
});

describe('the platform assets', () => {
  const mine = { organizationId: 'org_a', accountId: 'acc_a' };
  const theirs = { organizationId: 'org_b', accountId: 'acc_b' };

  it('CM-01 belong to one organization at a time', async () => {
    const assets = platformAssetStore(database.table);
    expect(await assets.claim('facebook', 'page_1', mine)).toBe(true);
    expect(await assets.claim('facebook', 'page_1', mine)).toBe(true);
    expect(await assets.claim('facebook', 'page_1', theirs)).toBe(false);
    await assets.release('facebook', 'page_1', theirs);
    expect(await assets.ownerOf('facebook', 'page_1')).toEqual(mine);
    await assets.release('facebook', 'page_1', mine);
    expect(await assets.ownerOf('facebook', 'page_1')).toBeUndefined();
  });
});

describe('the sync state', () => {
  it('CM-11 is leased to one pass until its time is over, and saved by its holder alone', async () => {
    const states = syncStateStore(database.table);
    const context = aContext({ organizationId: 'org_sync' });
    const request = { context, accountId: 'acc_1', now, until: later };
    const state = await states.lease({ ...request, token: 'first' });
    expect(state).toEqual({
      accountId: 'acc_1',
      lease: { token: 'first', until: later },
      watermark: null,
      lastFullAt: null,
      failures: 0,
      run: null,
    });
    expect(await states.lease({ ...request, token: 'second' })).toBeUndefined();
    const afterCrash = await states.lease({ ...request, now: later, until: later, token: 'third' });
    expect(afterCrash?.lease?.token).toBe('third');
    await expect(state && states.save(context, state, 'first')).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('the content store', () => {
  it('CM-12 keeps the campaign of a post and one sample of its statistics a day', async () => {
    const contents = contentStore(database.table);
    const context = aContext({ organizationId: 'org_content' });
    const content = {
      contentId: 'con_1',
      provider: 'facebook',
      accountId: 'acc_1',
      externalId: '5',
      kind: 'post',
      title: 'Hello',
      text: 'Hello',
      permalink: null,
      imageUrl: null,
      postedAt: now,
      campaignId: null,
      reading: null,
      statistics: { reactions: 1, comments: 2, shares: 0 },
      capturedAt: now,
    } as const;
    await contents.save(context, content);
    await database.table
      .tenant(context)
      .update({ partition: 'CONTENT', sort: 'con_1' }, { set: { campaignId: 'cam_1' } });
    await contents.save(context, { ...content, statistics: { ...content.statistics, reactions: 5 } });
    await contents.save(context, { ...content, capturedAt: '2026-11-21T00:00:00.000Z' });
    const samples = await Array.fromAsync(
      database.table.tenant(context).all({ partition: 'CONTENT#con_1', sortPrefix: 'STATISTICS#' }),
    );
    expect(await contents.findMany(context, ['con_1', 'con_2'])).toEqual([
      { ...content, campaignId: 'cam_1', capturedAt: '2026-11-21T00:00:00.000Z' },
    ]);
    expect(samples.map(({ day, reactions }) => [day, reactions])).toEqual([
      ['2026-11-20', 5],
      ['2026-11-21', 1],
    ]);
  });
});
