import type { PlatformReader, Reading } from '../../core/content/ports.ts';
import { epochSeconds } from '../../core/kernel/time.ts';
import type { GraphClient } from '../meta/graph-client.ts';
import { insightsReader, MediaMetrics } from '../meta/insights.ts';
import { InstagramChannel } from '../meta/message-channel.ts';
import { messageReader } from '../meta/meta-messages.ts';
import {
  CommentFields,
  contentOf,
  InstagramComment,
  InstagramReply,
  interactionOf,
  Media,
  MediaFields,
  ReplyFields,
} from './instagram-mapping.ts';
import { taggedMediaReader } from './instagram-tags.ts';

/** The largest pages that Graph gives: of media, and of comments. */
const MediaLimit = '100';
const CommentLimit = '50';

export function instagramReader(graph: GraphClient): PlatformReader {
  return {
    ...messageReader(graph, InstagramChannel),
    ...taggedMediaReader(graph),
    ...insightsReader(graph, MediaMetrics),

    async *posts({ account, token, since, capturedAt }) {
      const params = {
        fields: MediaFields,
        limit: MediaLimit,
        since: since === null ? undefined : String(epochSeconds(since)),
      };
      for await (const media of graph.list(Media, `/${account.externalId}/media`, token, params)) {
        yield contentOf(media, account, capturedAt);
      }
    },

    // Instagram selects by no time, and something new may hang on the oldest comment: all of it is read.
    async *comments({ account, token, capturedAt }, mediaId) {
      const params = { fields: CommentFields, limit: CommentLimit };
      for await (const comment of graph.list(InstagramComment, `/${mediaId}/comments`, token, params)) {
        const replies = await repliesTo(graph, comment, token);
        const top = { mediaId, parentId: null, replyCount: replies.length };
        yield interactionOf(comment, top, account, capturedAt);
        for (const reply of replies) {
          const below = { mediaId, parentId: comment.id, replyCount: 0 };
          yield interactionOf(reply, below, account, capturedAt);
        }
      }
    },
  };
}

/** The replies that came with a comment, or all of them where these were not all. */
async function repliesTo(
  graph: GraphClient,
  { id, replies }: InstagramComment,
  token: Reading['token'],
): Promise<InstagramReply[]> {
  if (replies?.paging?.next === undefined) return replies?.data ?? [];
  const params = { fields: ReplyFields, limit: CommentLimit };
  return Array.fromAsync(graph.list(InstagramReply, `/${id}/replies`, token, params));
}
