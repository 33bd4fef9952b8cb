import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../shared/contract/api/tokens.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';

const ListTokens = operation<typeof contract.ListTokens>('GET', '/v1/tokens', false);
const CreateToken = operation<typeof contract.CreateToken>('POST', '/v1/tokens', false);
const RevokeToken = operation<typeof contract.RevokeToken>('DELETE', '/v1/tokens/{tokenId}', false);

export type Token = Answer<typeof contract.ListTokens>['items'][number];
type TokenInput = Arguments<typeof contract.CreateToken>['body'];
export type TokenScope = TokenInput['scopes'][number];

export function useTokens() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.tokens],
    queryFn: ({ signal }) => api.call(ListTokens, { signal }),
    select: (page) => page.items,
  });
}

/** The answer holds the token itself, which no other call ever shows. */
export function useCreateToken() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: TokenInput) => api.call(CreateToken, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.tokens] }),
  });
}

export function useRevokeToken() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => api.call(RevokeToken, { params: { tokenId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.tokens] }),
  });
}
