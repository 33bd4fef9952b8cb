import type { GraphCall } from '../graph-call.ts';
import { parseFields } from '../graph-fields.ts';
import { listAnswer } from '../graph-list.ts';
import { graphTime } from '../graph-time.ts';
import { requireAccount } from './accounts.ts';

/** `/{instagram account}/tags`: newest first, with cursors alone: nothing says whether there is another page. */
export function listTags(call: GraphCall, accountId: string): unknown {
  requireAccount(call, accountId, 'instagram_manage_comments');
  const tags = call.state.instagram.tags
    .all()
    .filter((media) => media.accountId === accountId)
    .sort((one, other) => other.createdAt - one.createdAt);
  const nodes = tags.map(({ id, caption, createdAt, username }) => ({
    id,
    fields: {
      caption,
      timestamp: graphTime(createdAt),
      username,
      permalink: `https://www.instagram.com/p/${BigInt(id).toString(36)}/`,
      like_count: 0,
      comments_count: 0,
    },
    defaults: ['caption'],
    edges: {},
  }));
  const fields = parseFields(call.params.get('fields'));
  const { paging, ...answer } = listAnswer(nodes, { path: call.path, params: call.params, fields });
  const { next: _, ...cursors } = (paging ?? {}) as Record<string, unknown>;
  return { ...answer, ...(paging !== undefined && { paging: cursors }) };
}
