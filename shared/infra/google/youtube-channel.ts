import * as z from 'zod';
import type { AssetConnector } from '../../core/accounts/ports.ts';
import { isProviderError, ProviderError } from '../../core/accounts/provider-error.ts';
import type { PlatformReader, Reading } from '../../core/content/ports.ts';
import type { CapturedInteraction } from '../../core/interactions/captured-interaction.ts';
import type { YouTubeClient } from './youtube-client.ts';
import { Comment, contentOf, instantOf, interactionOf, Thread, Video } from './youtube-mapping.ts';

const ChannelUploads = z.object({
  contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
});
const PlaylistItem = z.object({
  contentDetails: z.object({ videoId: z.string(), videoPublishedAt: z.string().optional() }),
});

/** As many videos as one call tells about. */
const VideosPerCall = 50;
const CommentsPerPage = '100';

/** Lists show published comments alone unless they are asked for the others one by one. */
const ModerationStatuses = ['published', 'heldForReview', 'likelySpam'] as const;

/** YouTube pushes no comments, so there is nothing to subscribe to. */
export function youtubeConnector(youtube: YouTubeClient): AssetConnector {
  return {
    verify: async (channelId, token) => {
      const params = { part: 'id', mine: 'true' };
      const mine = youtube.list(z.object({ id: z.string() }), '/channels', token, params, 'acting');
      for await (const { id } of mine) if (id === channelId) return;
      throw new ProviderError(
        'permission_missing',
        'The access that Google gave belongs to another channel.',
      );
    },
    subscribe: async () => undefined,
    unsubscribe: async () => undefined,
  };
}

export function youtubeReader(youtube: YouTubeClient): PlatformReader {
  return {
    async *posts(reading) {
      const held = await heldCommentsByVideo(youtube, reading);
      for await (const videoIds of uploadsOf(youtube, reading)) {
        for (const video of await videosOf(youtube, reading, videoIds)) {
          yield contentOf(video, held.get(video.id) ?? 0, reading.account, reading.capturedAt);
        }
      }
    },
    async *comments(reading, videoId) {
      for (const status of ModerationStatuses) {
        for await (const interaction of commentsOf(youtube, reading, videoId, status)) {
          if (isNews(reading, interaction.updatedAt)) yield interaction.captured;
        }
      }
    },
  };
}

/** Held comments are in no video's figures: without them nobody would notice that there is something to read. */
async function heldCommentsByVideo(
  youtube: YouTubeClient,
  { account, token }: Reading,
): Promise<Map<string, number>> {
  const params = {
    part: 'snippet',
    allThreadsRelatedToChannelId: account.externalId,
    moderationStatus: 'heldForReview',
    maxResults: CommentsPerPage,
  };
  const counts = new Map<string, number>();
  for await (const { snippet } of youtube.list(Thread, '/commentThreads', token, params, 'reading')) {
    if (snippet.videoId) counts.set(snippet.videoId, (counts.get(snippet.videoId) ?? 0) + 1);
  }
  return counts;
}

/** The ids of the channel's videos in batches, newest first; the playlist costs a hundredth of a search. */
async function* uploadsOf(
  youtube: YouTubeClient,
  { account, token, since }: Reading,
): AsyncGenerator<string[]> {
  const channels = youtube.list(
    ChannelUploads,
    '/channels',
    token,
    { part: 'contentDetails', id: account.externalId },
    'reading',
  );
  const [channel] = await Array.fromAsync(channels);
  if (!channel) throw new ProviderError('gone', 'YouTube no longer shows this channel.');
  const playlistId = channel.contentDetails.relatedPlaylists.uploads;
  const params = { part: 'contentDetails', playlistId, maxResults: String(VideosPerCall) };
  let batch: string[] = [];
  try {
    for await (const { contentDetails } of youtube.list(
      PlaylistItem,
      '/playlistItems',
      token,
      params,
      'reading',
    )) {
      const { videoId, videoPublishedAt } = contentDetails;
      if (since !== null && videoPublishedAt !== undefined && instantOf(videoPublishedAt) < since) break;
      batch.push(videoId);
      if (batch.length < VideosPerCall) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    // A channel that never published anything has no such playlist.
    if (!isProviderError(error, 'gone')) throw error;
  }
  if (batch.length > 0) yield batch;
}

/** In the order of the ids; private and deleted videos are left out. */
async function videosOf(
  youtube: YouTubeClient,
  { token }: Reading,
  videoIds: readonly string[],
): Promise<Video[]> {
  const params = { part: 'snippet,statistics', id: videoIds.join(','), maxResults: String(VideosPerCall) };
  const videos = await Array.fromAsync(youtube.list(Video, '/videos', token, params, 'reading'));
  const byId = new Map(videos.map((video) => [video.id, video]));
  return videoIds.flatMap((id) => byId.get(id) ?? []);
}

interface Read {
  captured: CapturedInteraction;
  updatedAt: string;
}

async function* commentsOf(
  youtube: YouTubeClient,
  { account, token, capturedAt }: Reading,
  videoId: string,
  moderationStatus: (typeof ModerationStatuses)[number],
): AsyncGenerator<Read> {
  const params = {
    part: 'snippet,replies',
    videoId,
    moderationStatus,
    order: 'time',
    textFormat: 'plainText',
    maxResults: CommentsPerPage,
  };
  const isHeld = moderationStatus !== 'published';
  const readOf = (comment: Comment, replyCount: number): Read => ({
    captured: interactionOf(comment, { videoId, replyCount, isHeld }, account, capturedAt),
    updatedAt: instantOf(comment.snippet.updatedAt),
  });
  try {
    for await (const thread of youtube.list(Thread, '/commentThreads', token, params, 'reading')) {
      const { topLevelComment, totalReplyCount } = thread.snippet;
      yield readOf(topLevelComment, totalReplyCount);
      for (const reply of await repliesOf(youtube, token, thread)) yield readOf(reply, 0);
    }
  } catch (error) {
    // Switched off for this video, which is no fault of anybody's.
    if (!isProviderError(error) || error.platformCode !== 'commentsDisabled') throw error;
  }
}

/** A thread brings a few of its replies along; only where that is not all a call is paid for the rest. */
async function repliesOf(youtube: YouTubeClient, token: string, thread: Thread): Promise<Comment[]> {
  const { comments } = thread.replies;
  if (comments.length >= thread.snippet.totalReplyCount) return comments;
  const params = {
    part: 'snippet',
    parentId: thread.id,
    textFormat: 'plainText',
    maxResults: CommentsPerPage,
  };
  return Array.fromAsync(youtube.list(Comment, '/comments', token, params, 'reading'));
}

/** Lists cannot be asked for what is new; edits count as new. */
function isNews({ since }: Reading, updatedAt: string): boolean {
  return since === null || updatedAt >= since;
}
