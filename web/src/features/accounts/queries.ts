import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../lib/accounts.ts';
import type { Provider } from '../../lib/provider.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import {
  type AccountChanges,
  ChooseAccounts,
  DisconnectAccount,
  GetConnection,
  ListProviders,
  StartConnection,
  SyncAccount,
  UpdateAccount,
} from './operations.ts';

export function useProviders() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.providers],
    queryFn: ({ signal }) => api.call(ListProviders, { signal }),
    select: (page) => page.items,
  });
}

/** Leads the browser to the provider's dialog; it comes back to this page with `?connection=`. */
export function useStartConnection() {
  const api = useApi();
  return useMutation({
    mutationFn: (provider: Provider) => api.call(StartConnection, { body: { provider } }),
    onSuccess: ({ authorizeUrl }) => window.location.assign(authorizeUrl),
  });
}

export function useConnection(connectionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.connection, connectionId],
    queryFn: ({ signal }) => api.call(GetConnection, { params: { connectionId }, signal }),
  });
}

export function useChooseAccounts(connectionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (externalIds: string[]) =>
      api.call(ChooseAccounts, { params: { connectionId }, body: { externalIds } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.accounts] }),
  });
}

export function useAccountActions({ accountId, version }: Pick<Account, 'accountId' | 'version'>) {
  const api = useApi();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.accounts] });
  const params = { accountId };
  const update = useMutation({
    mutationFn: (body: AccountChanges) => api.call(UpdateAccount, { params, body, ifMatch: version }),
    onSettled,
  });
  const sync = useMutation({ mutationFn: () => api.call(SyncAccount, { params }), onSettled });
  const disconnect = useMutation({ mutationFn: () => api.call(DisconnectAccount, { params }), onSettled });
  return { update, sync, disconnect };
}
