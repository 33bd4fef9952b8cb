import type { GraphCall } from '../graph-call.ts';
import { type GraphNode, parseFields, project } from '../graph-fields.ts';
import { listAnswer } from '../graph-list.ts';
import { graphTime, instantOf } from '../graph-time.ts';
import { requireAccount } from './accounts.ts';
import { type InstagramState, type Media, mediaOf } from './state.ts';

/** `/{instagram account}/media`: newest first, without stories, between `since` and `until`. */
export function listMedia(call: GraphCall, accountId: string): unknown {
  const account = requireAccount(call, accountId, 'instagram_basic');
  const since = instantOf(call.params.get('since')) ?? 0;
  const until = instantOf(call.params.get('until')) ?? Number.POSITIVE_INFINITY;
  const { instagram } = call.state;
  const nodes = mediaOf(instagram, account.id)
    .filter(({ createdAt }) => createdAt >= since && createdAt <= until)
    .map((media) => mediaNode(instagram, media));
  const fields = parseFields(call.params.get('fields'));
  return listAnswer(nodes, { path: call.path, params: call.params, fields });
}

/** `/{media}` */
export function readMedia(call: GraphCall, media: Media): unknown {
  requireAccount(call, media.accountId, 'instagram_basic');
  return project(mediaNode(call.state.instagram, media), parseFields(call.params.get('fields')));
}

function mediaNode(state: InstagramState, media: Media): GraphNode {
  const { id, accountId, caption, type, productType, createdAt, likes } = media;
  const comments = state.comments.all().filter(({ mediaId }) => mediaId === id);
  return {
    id,
    fields: {
      caption,
      media_type: type,
      media_product_type: productType,
      media_url: `https://scontent.cdninstagram.com/v/${id}.${type === 'VIDEO' ? 'mp4' : 'svg'}`,
      thumbnail_url: type === 'VIDEO' ? `https://scontent.cdninstagram.com/v/${id}.svg` : undefined,
      permalink: `https://www.instagram.com/p/${shortcodeOf(id)}/`,
      shortcode: shortcodeOf(id),
      timestamp: graphTime(createdAt),
      username: state.accounts.get(accountId)?.username,
      owner: { id: accountId },
      like_count: likes,
      comments_count: comments.length,
      is_comment_enabled: true,
    },
    defaults: [],
    edges: {},
  };
}

export function shortcodeOf(id: string): string {
  return BigInt(id).toString(36);
}
