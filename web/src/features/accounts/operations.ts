import type * as contract from '../../../../shared/contract/api/accounts.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';

export type Connection = Answer<typeof contract.GetConnection>;
export type AccountChanges = Arguments<typeof contract.UpdateAccount>['body'];
export type FoundAsset = Connection['assets'][number];

export const ListProviders = operation<typeof contract.ListProviders>('GET', '/v1/providers', false);
export const StartConnection = operation<typeof contract.StartConnection>(
  'POST',
  '/v1/accounts/connections',
  false,
);
export const GetConnection = operation<typeof contract.GetConnection>(
  'GET',
  '/v1/accounts/connections/{connectionId}',
  false,
);
export const ChooseAccounts = operation<typeof contract.ChooseAccounts>(
  'POST',
  '/v1/accounts/connections/{connectionId}/accounts',
  false,
);
export const UpdateAccount = operation<typeof contract.UpdateAccount>(
  'PATCH',
  '/v1/accounts/{accountId}',
  false,
);
export const DisconnectAccount = operation<typeof contract.DisconnectAccount>(
  'DELETE',
  '/v1/accounts/{accountId}',
  false,
);
export const SyncAccount = operation<typeof contract.SyncAccount>(
  'POST',
  '/v1/accounts/{accountId}/sync',
  false,
);
