import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/webhooks.ts';
import { useMay } from './me.ts';
import { type Answer, operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

export type Webhook = Answer<typeof contract.ListWebhooks>['items'][number];

const ListWebhooks = operation<typeof contract.ListWebhooks>('GET', '/v1/webhooks', false);

/** Addresses that are told what happens: settings manage them, rules send to them; only admins see them. */
export function useWebhooks() {
  const api = useApi();
  const maySee = useMay('admin');
  return useQuery({
    queryKey: [QueryKeys.webhooks],
    queryFn: ({ signal }) => api.call(ListWebhooks, { signal }),
    select: (page) => page.items,
    enabled: maySee,
  });
}
