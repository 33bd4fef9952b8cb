import * as z from 'zod';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { AnnouncedKey, AnnouncementReader } from '../../core/content/ports.ts';
import type { GraphClient } from '../meta/graph-client.ts';
import { instantOf } from '../meta/meta-mapping.ts';
import { authorOf } from './instagram-mapping.ts';

const MentioningMedia = z.object({
  mentioned_media: z.object({
    caption: z.string().default(''),
    timestamp: z.string(),
    username: z.string().default(''),
    permalink: z.string().optional(),
  }),
});
const MentioningComment = z.object({
  mentioned_comment: z.object({
    text: z.string().default(''),
    timestamp: z.string(),
    username: z.string().default(''),
    like_count: z.int().default(0),
  }),
});

/** What a mention says, wherever it stands. */
export interface Mentioning {
  text: string;
  timestamp: string;
  username: string;
  permalink: string | null;
  likeCount: number;
}

/** A caption mentions where the media itself is the mention; below somebody else's media it is a comment. */
export async function readMentioning(
  graph: GraphClient,
  account: Pick<SocialAccount, 'externalId'>,
  { externalId, contentExternalId }: AnnouncedKey,
  token: string,
): Promise<Mentioning> {
  const path = `/${account.externalId}`;
  if (externalId === contentExternalId) {
    const fields = `mentioned_media.media_id(${externalId}){caption,timestamp,username,permalink}`;
    const { mentioned_media: media } = await graph.get(MentioningMedia, path, token, { fields });
    return { ...media, text: media.caption, permalink: media.permalink ?? null, likeCount: 0 };
  }
  const fields = `mentioned_comment.comment_id(${externalId}){text,timestamp,username,like_count}`;
  const { mentioned_comment: comment } = await graph.get(MentioningComment, path, token, { fields });
  return { ...comment, permalink: null, likeCount: comment.like_count };
}

export function instagramMentions(graph: GraphClient): AnnouncementReader {
  return async ({ account, token, capturedAt }, mention) => {
    const { text, timestamp, username, permalink, likeCount } = await readMentioning(
      graph,
      account,
      mention,
      token,
    );
    return {
      provider: 'instagram',
      accountId: account.accountId,
      externalId: mention.externalId,
      kind: 'mention',
      contentExternalId: mention.contentExternalId,
      parentExternalId: null,
      author: authorOf(null, username),
      isFromOwner: username === account.name,
      text,
      attachments: [],
      permalink,
      likeCount,
      replyCount: 0,
      isHidden: false,
      commentedAt: instantOf(timestamp),
      capturedAt,
      source: 'sync',
    };
  };
}
