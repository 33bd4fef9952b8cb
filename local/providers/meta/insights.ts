import { type GraphCall, requirePage, requireToken } from './graph-call.ts';
import { GraphError, invalidParameter } from './graph-error.ts';
import { requireAccount } from './instagram/accounts.ts';
import type { Media } from './instagram/state.ts';
import type { Post } from './state.ts';

/** So few likes and Instagram does not tell how many saw it. */
const FewestLikes = 5;

/** `/{post}/insights`: one metric that is gone fails the whole call. */
export function postInsights(call: GraphCall, post: Post): unknown {
  requirePage(call, requireToken(call), post.pageId, 'read_insights');
  const reach = post.reactions * 9 + post.shares * 20;
  return insights(call, post.id, {
    post_total_media_view_unique: reach,
    post_clicks: Math.round(reach / 12),
    post_reactions_by_type_total: { like: post.reactions },
  });
}

/** `/{media}/insights` */
export function mediaInsights(call: GraphCall, media: Media): unknown {
  requireAccount(call, media.accountId, 'instagram_manage_insights');
  if (media.likes < FewestLikes) {
    throw new GraphError(400, 10, '(#10) Not enough viewers for the media to show insights');
  }
  const reach = media.likes * 7;
  return insights(call, media.id, {
    views: Math.round(reach * 1.4),
    reach,
    likes: media.likes,
    saved: Math.round(media.likes / 11),
    shares: Math.round(media.likes / 17),
  });
}

function insights(call: GraphCall, id: string, figures: Record<string, unknown>): unknown {
  const wanted = (call.params.get('metric') ?? '').split(',');
  const unknown = wanted.find((name) => !(name in figures));
  if (unknown !== undefined)
    throw invalidParameter(`(#100) The value must be a valid insights metric: ${unknown}`);
  const data = wanted.map((name) => ({
    name,
    period: 'lifetime',
    values: [{ value: figures[name] }],
    id: `${id}/insights/${name}/lifetime`,
  }));
  return { data };
}
