import * as z from 'zod';
import type { AssetConnector } from '../../core/accounts/ports.ts';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import type { PlatformReader, Reading } from '../../core/content/ports.ts';
import { epochSeconds } from '../../core/kernel/time.ts';
import type { GraphClient } from './graph-client.ts';
import { insightsReader, PostMetrics } from './insights.ts';
import { MessengerChannel } from './message-channel.ts';
import {
  CommentFields,
  contentOf,
  GraphComment,
  GraphPost,
  interactionOf,
  PostFields,
} from './meta-mapping.ts';
import { messageReader } from './meta-messages.ts';
import { type IsConnected, subscribePage, unsubscribePage } from './page-subscription.ts';

/** The largest page of a list that Graph gives. */
const PageLimit = '100';

export function metaConnector(graph: GraphClient, isConnected: IsConnected): AssetConnector {
  return {
    verify: async (pageId, token) => {
      const page = await graph.get(z.object({ id: z.string() }), `/${pageId}`, token, { fields: 'id,name' });
      if (page.id !== pageId) {
        throw new ProviderError(
          'permission_missing',
          'The token that Facebook gave belongs to another page.',
        );
      }
    },
    subscribe: (_pageId, token) => subscribePage(graph, token),
    unsubscribe: (_pageId, token) => unsubscribePage(graph, token, 'facebook', isConnected),
  };
}

export function metaReader(graph: GraphClient): PlatformReader {
  return {
    ...messageReader(graph, MessengerChannel),
    ...insightsReader(graph, PostMetrics),
    async *posts({ account, token, since, capturedAt }) {
      const params = { fields: PostFields, limit: PageLimit, since: unixTime(since) };
      for await (const post of graph.list(
        GraphPost,
        `/${account.externalId}/published_posts`,
        token,
        params,
      )) {
        yield contentOf(post, account, capturedAt);
      }
    },
    async *comments({ account, token, since, capturedAt }, contentExternalId) {
      // Without filter=stream Graph leaves out levels and hides what it ranks low.
      const params = {
        fields: CommentFields,
        filter: 'stream',
        order: 'chronological',
        limit: PageLimit,
        since: unixTime(since),
      };
      for await (const comment of graph.list(GraphComment, `/${contentExternalId}/comments`, token, params)) {
        yield interactionOf(comment, contentExternalId, account, capturedAt);
      }
    },
  };
}

function unixTime(since: Reading['since']): string | undefined {
  return since === null ? undefined : String(epochSeconds(since));
}
