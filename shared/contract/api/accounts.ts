import * as z from 'zod';
import { AssetGap, Connection, ConnectionFailure, FoundAsset } from '../../core/accounts/connection.ts';
import { ChannelType, Provider, SocialAccount } from '../../core/accounts/social-account.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const AccountParams = z.object({ accountId: z.string() });
const ConnectionParams = z.object({ connectionId: z.string() });
const read = { role: 'viewer', scope: 'accounts:read' } as const;
const write = { role: 'admin', scope: 'accounts:write' } as const;
/** A provider's dialog is answered by a person in a browser. */
const connect = { role: 'admin', scope: null } as const;

/** What can be done with what people write (CM-20). */
const CapabilitiesView = z.object({
  reply: z.enum(['every-level', 'top-level']),
  hide: z.boolean(),
  deleteOthers: z.boolean(),
  like: z.boolean(),
  privateReply: z.boolean(),
  listOwnReplies: z.boolean(),
  webhook: z.enum(['all-changes', 'additions', 'none']),
  editEvents: z.boolean().optional(),
  messages: z.boolean().optional(),
  automation: z.enum(['free', 'with-consent']),
});

const ProviderView = z.object({
  provider: Provider,
  /** False: the operators of this stack have not stored credentials of an app of this provider. */
  isConfigured: z.boolean(),
  capabilities: CapabilitiesView,
});

/** Who agreed at the platform stays inside. */
const AccountView = SocialAccount.omit({ authorizedBy: true }).extend({
  /** What its platform offers, less what its owner did not allow. */
  capabilities: CapabilitiesView.optional(),
});
export type AccountView = z.infer<typeof AccountView>;

const ConnectionView = Connection.omit({ memberId: true }).extend({
  failure: z.object({ code: ConnectionFailure, message: z.string() }).nullable(),
  assets: z.array(
    FoundAsset.omit({ sealedToken: true }).extend({
      gaps: z.array(z.object({ code: AssetGap, message: z.string() })),
    }),
  ),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

const ChosenAsset = z.object({
  externalId: z.string(),
  name: z.string(),
  /** The connected account, or why this asset was refused. */
  account: AccountView.nullable(),
  refusal: z.object({ code: AssetGap, message: z.string() }).nullable(),
});
export type ChosenAsset = z.infer<typeof ChosenAsset>;

export const ListProviders = endpoint({
  id: 'listProviders',
  method: 'GET',
  path: '/v1/providers',
  resource: 'accounts',
  access: read,
  summary: 'The platforms, what they can do, and whether they can be connected here',
  status: 200,
  response: z.object({ items: z.array(ProviderView) }),
});

export const StartConnection = endpoint({
  id: 'startConnection',
  method: 'POST',
  path: '/v1/accounts/connections',
  resource: 'accounts',
  access: connect,
  summary: 'Begin to connect accounts of a platform',
  description:
    'Send the browser to `authorizeUrl`. The answer sets a cookie that binds the dialog to this browser; it comes back within ten minutes.',
  body: z.strictObject({ provider: Provider }),
  status: 201,
  response: z.object({ connectionId: z.string(), authorizeUrl: z.string(), expiresAt: z.string() }),
});

export const FinishAuthorization = endpoint({
  id: 'finishAuthorization',
  method: 'GET',
  path: '/v1/oauth/{family}/callback',
  resource: 'accounts',
  access: 'public',
  summary: 'Where a provider sends the browser back to',
  params: z.object({ family: z.enum(['meta', 'tiktok', 'google']) }),
  query: z.object({
    state: z.string().max(500).default(''),
    code: z.string().max(2_000).optional(),
    /** TikTok's other name for the code. */
    auth_code: z.string().max(2_000).optional(),
    error: z.string().max(500).optional(),
  }),
  status: 302,
});

export const GetConnection = endpoint({
  id: 'getConnection',
  method: 'GET',
  path: '/v1/accounts/connections/{connectionId}',
  resource: 'accounts',
  access: connect,
  summary: 'The pages and channels that were found, and what each of them lacks',
  params: ConnectionParams,
  status: 200,
  response: ConnectionView,
});

export const ChooseAccounts = endpoint({
  id: 'chooseAccounts',
  method: 'POST',
  path: '/v1/accounts/connections/{connectionId}/accounts',
  resource: 'accounts',
  access: connect,
  summary: 'Connect chosen pages and channels; each is connected or refused with its reason',
  params: ConnectionParams,
  body: z.strictObject({
    externalIds: z.array(z.string()).min(1).max(50),
    channelType: ChannelType.default('corporate'),
  }),
  status: 200,
  response: z.object({ items: z.array(ChosenAsset) }),
});

export const ListAccounts = endpoint({
  id: 'listAccounts',
  method: 'GET',
  path: '/v1/accounts',
  resource: 'accounts',
  access: read,
  summary: 'The connected accounts',
  query: PageQuery,
  status: 200,
  response: pageOf(AccountView),
});

export const GetAccount = endpoint({
  id: 'getAccount',
  method: 'GET',
  path: '/v1/accounts/{accountId}',
  resource: 'accounts',
  access: read,
  summary: 'One connected account with its state',
  params: AccountParams,
  status: 200,
  response: AccountView,
});

export const UpdateAccount = endpoint({
  id: 'updateAccount',
  method: 'PATCH',
  path: '/v1/accounts/{accountId}',
  resource: 'accounts',
  access: write,
  summary: 'Change the channel type of an account, switch its automation, or agree to it',
  description:
    'Automation answers only what is written after it was switched on. Where `automation` of the provider is ' +
    '`with-consent`, it answers only while a person has agreed to that expressly; an API token cannot agree.',
  params: AccountParams,
  body: z.strictObject({
    channelType: ChannelType.optional(),
    isAutomationEnabled: z.boolean().optional(),
    hasAutomationConsent: z.boolean().optional(),
  }),
  status: 200,
  response: AccountView,
});

export const DisconnectAccount = endpoint({
  id: 'disconnectAccount',
  method: 'DELETE',
  path: '/v1/accounts/{accountId}',
  resource: 'accounts',
  access: write,
  summary: 'Disconnect an account: its token is deleted, its history stays',
  params: AccountParams,
  status: 204,
});

export const SyncAccount = endpoint({
  id: 'syncAccount',
  method: 'POST',
  path: '/v1/accounts/{accountId}/sync',
  resource: 'accounts',
  access: { role: 'agent', scope: 'accounts:write' },
  summary: 'Read an account again now instead of at its next turn',
  params: AccountParams,
  status: 202,
  response: AccountView,
});

export const accountsEndpoints = [
  ListProviders,
  StartConnection,
  FinishAuthorization,
  GetConnection,
  ChooseAccounts,
  ListAccounts,
  GetAccount,
  UpdateAccount,
  DisconnectAccount,
  SyncAccount,
];
