import * as z from 'zod';
import type { AssetConnector } from '../../core/accounts/ports.ts';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import type { GraphClient } from '../meta/graph-client.ts';
import { type IsConnected, subscribePage, unsubscribePage } from '../meta/page-subscription.ts';

/** Instagram's webhooks come through the linked page, whose token is the account's. */
export function instagramConnector(graph: GraphClient, isConnected: IsConnected): AssetConnector {
  return {
    verify: async (accountId, token) => {
      const account = await graph.get(z.object({ id: z.string() }), `/${accountId}`, token, {
        fields: 'id,username',
      });
      if (account.id === accountId) return;
      throw new ProviderError(
        'permission_missing',
        'The token that Facebook gave belongs to another account.',
      );
    },
    subscribe: (_accountId, token) => subscribePage(graph, token),
    unsubscribe: (_accountId, token) => unsubscribePage(graph, token, 'instagram', isConnected),
  };
}
