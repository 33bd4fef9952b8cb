import type { APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHooksHandler } from '../../../../lambdas/api/hooks/index.ts';
import { facebookPerson, simulatedMetaApp } from '../../../../local/providers/meta/app.ts';
import { beanBar } from '../../../../local/providers/meta/start-state.ts';
import { signedRequest } from '../../../../local/providers/meta/withdrawals.ts';
import type { Withdrawal } from '../../../../shared/core/accounts/authorizing-person.ts';
import type { AssetOwner } from '../../../../shared/core/accounts/ports.ts';
import { withdrawAccount } from '../../../../shared/core/accounts/withdraw-account.ts';
import { newInteraction } from '../../../../shared/core/interactions/new-interaction.ts';
import { accountErasure } from '../../../../shared/infra/dynamo/account-erasure.ts';
import { accountStore } from '../../../../shared/infra/dynamo/account-store.ts';
import { contentStore } from '../../../../shared/infra/dynamo/content-store.ts';
import { dataDeletionStore } from '../../../../shared/infra/dynamo/data-deletion-store.ts';
import { interactionStore } from '../../../../shared/infra/dynamo/interaction-store.ts';
import { personDirectory } from '../../../../shared/infra/dynamo/person-directory.ts';
import { platformAssetStore } from '../../../../shared/infra/dynamo/platform-asset-store.ts';
import { tokenVault } from '../../../../shared/infra/dynamo/token-vault.ts';
import { signedRequestReader } from '../../../../shared/infra/meta/signed-request.ts';
import { anAccount } from '../../../support/accounts.ts';
import { aLambdaContext, anApiEvent } from '../../../support/api-events.ts';
import { fixedClock } from '../../../support/clock.ts';
import { aContext } from '../../../support/contexts.ts';
import { aCaptured } from '../../../support/conversation-builders.ts';
import { fakeCipher } from '../../../support/fake-cipher.ts';
import { noWithdrawals } from '../../../support/hooks.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

const context = aContext();
const person = { family: 'meta', personId: facebookPerson.id } as const;
const account = anAccount({ authorizedBy: facebookPerson.id });
const { accountId } = account;
const owner = { organizationId: context.organizationId, accountId };
const now = '2026-11-20T15:00:00.000Z';

describe('a person takes back at Meta what they agreed to', () => {
  let database: StartedTable;
  let requests: { owner: AssetOwner; withdrawal: Withdrawal }[];
  beforeAll(async () => {
    database = await startTable();
  });
  afterAll(() => database.stop());

  const clock = fixedClock(now);
  const stores = () => {
    const { table } = database;
    return {
      accounts: accountStore(table),
      assets: platformAssetStore(table),
      persons: personDirectory(table),
      vault: tokenVault({ table, cipher: fakeCipher(), nowMilliseconds: Date.now }),
      deletions: dataDeletionStore(table),
      erasure: accountErasure(table),
      interactions: interactionStore(table),
      contents: contentStore(table),
      clock,
      remainingMilliseconds: () => 60_000,
      requestWithdrawal: async (to: AssetOwner, withdrawal: Withdrawal) => {
        requests.push({ owner: to, withdrawal });
      },
    };
  };

  beforeEach(async () => {
    requests = [];
    const { accounts, persons, assets, vault, interactions } = stores();
    await accounts.connect(context, account, await vault.seal(context, accountId, 'page token'));
    await persons.note(person, owner);
    await assets.claim('facebook', beanBar.id, owner);
    await interactions.create(context, { interaction: newInteraction(aCaptured({ accountId })) });
  });

  const post = async (path: string, form: string) => {
    const deps = stores();
    const handle = createHooksHandler({
      ...noWithdrawals,
      ...deps,
      meta: { answerChallenge: async () => undefined, read: async () => [] },
      tiktok: { answerChallenge: async () => undefined, read: async () => [] },
      capture: async () => undefined,
      readAnnounced: async () => undefined,
      readSignedRequest: signedRequestReader(async () => simulatedMetaApp),
    });
    const [method, params] = form === '' ? (['GET', path.split('/').at(-1)] as const) : (['POST'] as const);
    const event = params
      ? { method, resource: '/hooks/meta/data-deletion/{code}', params: { code: params }, authorizer: null }
      : { method, resource: path, body: form, authorizer: null };
    return (await handle(anApiEvent(event), aLambdaContext())) as APIGatewayProxyResult;
  };
  const signed = (personId: string = facebookPerson.id) =>
    new URLSearchParams({ signed_request: signedRequest(Date.parse(now), personId) }).toString();

  it('CM-10 asks for the withdrawal of every account of the person, and of no other', async () => {
    const removed = await post('/hooks/meta/deauthorize', signed());
    const unknown = await post('/hooks/meta/deauthorize', signed('999'));
    expect([removed.statusCode, unknown.statusCode]).toEqual([200, 200]);
    expect(requests).toEqual([{ owner, withdrawal: { ...person, confirmationCode: null } }]);
  });

  it.each([
    ['another signature', signed().replace(/signed_request=./, 'signed_request=_')],
    ['no dot', 'signed_request=abc'],
    ['nothing', 'other=field'],
    ['another algorithm', `signed_request=${signedRequest(0).split('.')[0]}.e30`],
  ])('CM-10 refuses a signed request with %s', async (_name, form) => {
    const answer = await post('/hooks/meta/data-deletion', form);
    expect([answer.statusCode, requests]).toEqual([401, []]);
  });

  it('CM-03 lets a withdrawn account ask for reconnection, without a token and with its history', async () => {
    const deps = stores();
    const withdrawal = { ...person, confirmationCode: null };
    expect(await withdrawAccount(deps, context, accountId, withdrawal)).toBe('withdrawn');
    expect(await deps.accounts.find(context, accountId)).toMatchObject({
      status: 'needs_reconnect',
      statusReason: expect.stringContaining('removed Earshot'),
      nextAt: null,
    });
    await expect(deps.vault.open(context, accountId)).rejects.toMatchObject({ failure: 'token_rejected' });
    expect((await deps.interactions.page(context, {}, { limit: 5 })).items).toHaveLength(1);
  });

  it('CM-10 leaves an account alone that somebody else has connected since then', async () => {
    const deps = stores();
    const other = { ...account, authorizedBy: 'somebody else' };
    await deps.accounts.connect(context, other, await deps.vault.seal(context, accountId, 'theirs'));
    const withdrawal = { ...person, confirmationCode: null };
    expect(await withdrawAccount(deps, context, accountId, withdrawal)).toBe('not_theirs');
    expect(await deps.vault.open(context, accountId)).toBe('theirs');
  });

  it('CM-10 answers a request for deletion with its address, the same one when it is repeated', async () => {
    const first = await post('/hooks/meta/data-deletion', signed());
    const again = await post('/hooks/meta/data-deletion', signed());
    const { url, confirmation_code: code } = JSON.parse(first.body);
    expect(JSON.parse(again.body)).toEqual({ url, confirmation_code: code });
    expect(url).toBe(`https://earshot.example/hooks/meta/data-deletion/${code}`);
    expect(requests).toEqual([{ owner, withdrawal: { ...person, confirmationCode: code } }]);
    expect((await post(new URL(url).pathname, '')).body).toContain('0 of 1 connected accounts');
  });

  it('CM-10 erases what came with the agreement, says so, and frees the page', async () => {
    const deps = stores();
    const { confirmation_code: confirmationCode, url } = JSON.parse(
      (await post('/hooks/meta/data-deletion', signed())).body,
    );
    const outcome = await withdrawAccount(deps, context, accountId, { ...person, confirmationCode });
    expect(outcome).toBe('erased');
    expect(await deps.accounts.find(context, accountId)).toBeUndefined();
    expect((await deps.interactions.page(context, {}, { limit: 5 })).items).toEqual([]);
    expect(await deps.assets.ownerOf('facebook', beanBar.id)).toBeUndefined();
    expect(await deps.persons.accountsOf(person)).toEqual([]);
    expect((await post(new URL(url).pathname, '')).body).toContain('has been deleted');
    expect((await post('/hooks/meta/data-deletion/000000000000000000000000', '')).statusCode).toBe(404);
  });

  it('CM-10 goes on with an erasure in another message when the time of its function ends', async () => {
    const deps = { ...stores(), remainingMilliseconds: () => 1_000 };
    const withdrawal = { ...person, confirmationCode: '0'.repeat(24) };
    expect(await withdrawAccount(deps, context, accountId, withdrawal)).toBe('to_be_continued');
    expect(requests).toEqual([{ owner, withdrawal }]);
  });
});
