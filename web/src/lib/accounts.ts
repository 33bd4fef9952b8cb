import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/accounts.ts';
import { type Answer, operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

export type Account = Answer<typeof contract.GetAccount>;

const ListAccounts = operation<typeof contract.ListAccounts>('GET', '/v1/accounts', false);
const MostAccounts = 100;

/** The connected accounts: settings manage them, figures and reports are narrowed to them. */
export function useAccounts() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.accounts],
    queryFn: ({ signal }) => api.call(ListAccounts, { query: { limit: MostAccounts }, signal }),
    select: (page) => page.items,
  });
}
