import * as z from 'zod';
import type { PlatformReader } from '../../core/content/ports.ts';
import type { GraphClient } from '../meta/graph-client.ts';
import { instantOf } from '../meta/meta-mapping.ts';
import { authorOf } from './instagram-mapping.ts';

const TaggingMedia = z.object({
  id: z.string(),
  caption: z.string().default(''),
  timestamp: z.string(),
  username: z.string().default(''),
  permalink: z.string().optional(),
  like_count: z.int().default(0),
  comments_count: z.int().default(0),
});

const TagFields = 'id,caption,timestamp,username,permalink,like_count,comments_count';

/** Media of others on which the account is tagged: no webhook tells of these. */
export function taggedMediaReader(graph: GraphClient): Required<Pick<PlatformReader, 'mentions'>> {
  return {
    async *mentions({ account, token, since, capturedAt }) {
      const path = `/${account.externalId}/tags`;
      const params = { fields: TagFields, limit: '50' };
      for await (const media of graph.listByCursor(TaggingMedia, path, token, params)) {
        const commentedAt = instantOf(media.timestamp);
        // Listed by when it was published; a tag that is added later to an older one is not found.
        if (since !== null && commentedAt < since) return;
        yield {
          provider: 'instagram',
          accountId: account.accountId,
          externalId: media.id,
          kind: 'mention',
          contentExternalId: media.id,
          parentExternalId: null,
          author: authorOf(null, media.username),
          isFromOwner: media.username === account.name,
          text: media.caption,
          attachments: [],
          permalink: media.permalink ?? null,
          likeCount: media.like_count,
          replyCount: media.comments_count,
          isHidden: false,
          commentedAt,
          capturedAt,
          source: 'sync',
        };
      }
    },
  };
}
