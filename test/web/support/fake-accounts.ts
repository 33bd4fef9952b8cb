import {
  ChooseAccounts,
  DisconnectAccount,
  GetConnection,
  ListAccounts,
  ListProviders,
  StartConnection,
  SyncAccount,
  UpdateAccount,
} from '../../../shared/contract/api/accounts.ts';
import type { ResponseOf } from '../../../shared/contract/endpoint.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

type Account = ResponseOf<typeof UpdateAccount>;

const Now = '2026-11-20T10:00:00.000Z';

function anAccount(overrides: Partial<Account>): Account {
  return {
    accountId: 'acc_beanbar',
    provider: 'facebook',
    externalId: '1001',
    name: 'Bean Bar',
    avatarUrl: null,
    channelType: 'corporate',
    status: 'active',
    statusReason: null,
    automationEnabledAt: '2026-11-02T09:00:00.000Z',
    tokenExpiresAt: '2027-01-15T09:00:00.000Z',
    lastSyncedAt: '2026-11-20T09:52:00.000Z',
    nextAt: '2026-11-20T10:07:00.000Z',
    lastSync: null,
    connectedAt: '2026-11-02T09:00:00.000Z',
    connectedBy: 'user-mara',
    version: 1,
    ...overrides,
  };
}

const everything = {
  reply: 'every-level',
  hide: true,
  deleteOthers: true,
  like: true,
  privateReply: true,
  listOwnReplies: true,
  webhook: 'all-changes',
  automation: 'free',
} as const;

/** Connected pages; `none` begins with an empty list and a dialog that finds two. */
export function fakeAccounts(start: 'connected' | 'none' = 'connected'): FakeRoute[] {
  const accounts =
    start === 'none'
      ? []
      : [
          anAccount({}),
          anAccount({
            accountId: 'acc_roastery',
            externalId: '1002',
            name: 'Bean Bar Roastery',
            status: 'needs_reconnect',
            statusReason: 'The network no longer accepts the connection. Reconnect the page.',
            automationEnabledAt: null,
          }),
        ];
  const find = (accountId: string): Account => {
    const account = accounts.find((one) => one.accountId === accountId);
    if (!account) throw new FakeProblem(404, 'not_found', 'The account was not found.');
    return account;
  };
  return [
    fake(ListProviders, () => ({
      items: (['facebook', 'instagram', 'tiktok', 'youtube'] as const).map((provider) => ({
        provider,
        isConfigured: provider === 'facebook',
        capabilities: everything,
      })),
    })),
    fake(StartConnection, () => ({
      connectionId: 'con_1',
      authorizeUrl: '/settings/accounts?connection=con_1',
      expiresAt: '2026-11-20T10:10:00.000Z',
    })),
    fake(GetConnection, () => ({
      connectionId: 'con_1',
      provider: 'facebook' as const,
      status: 'ready' as const,
      failure: null,
      missingScopes: [],
      assets: [
        { externalId: '1001', name: 'Bean Bar', avatarUrl: null, tokenExpiresAt: null, gaps: [] },
        {
          externalId: '1009',
          name: 'Bean Bar Porto',
          avatarUrl: null,
          tokenExpiresAt: null,
          gaps: [{ code: 'not_ticked' as const, message: 'was not ticked' }],
        },
      ],
      createdAt: Now,
      expiresAt: '2026-11-20T10:10:00.000Z',
    })),
    fake(ChooseAccounts, ({ body }) => {
      const chosen = body.externalIds.map((externalId) => anAccount({ externalId, lastSyncedAt: null }));
      accounts.push(...chosen);
      return {
        items: chosen.map((account) => ({
          externalId: account.externalId,
          name: account.name,
          account,
          refusal: null,
        })),
      };
    }),
    fake(ListAccounts, () => ({ items: accounts })),
    fake(UpdateAccount, ({ params, body }) => {
      const account = find(params.accountId);
      if (body.isAutomationEnabled !== undefined) {
        account.automationEnabledAt = body.isAutomationEnabled ? Now : null;
      }
      return Object.assign(account, { version: account.version + 1 });
    }),
    fake(SyncAccount, ({ params }) => find(params.accountId)),
    fake(DisconnectAccount, ({ params }) => {
      Object.assign(find(params.accountId), { status: 'disconnected', automationEnabledAt: null });
      return undefined;
    }),
  ];
}
