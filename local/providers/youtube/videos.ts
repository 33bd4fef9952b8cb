import { repliesTo, topCommentsOf, type Video, videosOf, type YouTubeState } from './state.ts';
import { listAnswer, requireParameter, type YouTubeCall } from './youtube-call.ts';
import { YouTubeError } from './youtube-error.ts';
import { youtubeTime } from './youtube-time.ts';

/** `/channels`: by id, or the one of the grant. */
export function listChannels(call: YouTubeCall): unknown {
  const { state, grant, query } = call;
  const ids = query.get('mine') === 'true' ? [grant.channelId] : [requireParameter(call, 'id')];
  const channels = state.channels.all().filter(({ id }) => ids.includes(id));
  const resourceOf = ({ id, title }: { id: string; title: string }) => ({
    kind: 'youtube#channel',
    id,
    snippet: { title, thumbnails: { default: { url: `https://yt3.ggpht.com/${id}` } } },
    contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsOf(id) } },
  });
  return listAnswer(call, 'channel', channels, resourceOf, 5);
}

/** `/playlistItems`: of the playlist of uploads, newest first. */
export function listPlaylistItems(call: YouTubeCall): unknown {
  const playlistId = requireParameter(call, 'playlistId');
  const channel = call.state.channels.all().find(({ id }) => uploadsOf(id) === playlistId);
  const videos = channel ? videosOf(call.state, channel.id) : [];
  if (videos.length === 0) {
    throw new YouTubeError(404, 'playlistNotFound', 'The playlist cannot be found.', 'youtube.playlistItem');
  }
  const resourceOf = ({ id, publishedAt }: Video) => ({
    kind: 'youtube#playlistItem',
    id: `UE${id}`,
    contentDetails: { videoId: id, videoPublishedAt: youtubeTime(publishedAt) },
  });
  return listAnswer(call, 'playlistItem', videos, resourceOf, 5);
}

/** `/videos`: by ids, those that are gone left out. */
export function listVideos(call: YouTubeCall): unknown {
  const videos = requireParameter(call, 'id')
    .split(',')
    .flatMap((id) => call.state.videos.get(id) ?? []);
  return listAnswer(call, 'video', videos, (video) => videoResource(call.state, video), 5);
}

function videoResource(state: YouTubeState, video: Video): unknown {
  const { id, channelId, title, description, publishedAt, likes, commentsDisabled } = video;
  const thumbnail = (size: string) => ({ url: `https://i.ytimg.com/vi/${id}/${size}.jpg` });
  return {
    kind: 'youtube#video',
    id,
    snippet: {
      publishedAt: youtubeTime(publishedAt),
      channelId,
      title,
      description,
      thumbnails: { default: thumbnail('default'), high: thumbnail('hqdefault') },
    },
    statistics: {
      viewCount: String(likes * 37),
      likeCount: String(likes),
      ...(!commentsDisabled && { commentCount: String(publishedComments(state, id)) }),
    },
  };
}

/** What waits for a review is in no figure. */
function publishedComments(state: YouTubeState, videoId: string): number {
  const top = topCommentsOf(state, { videoId }).filter(({ status }) => status === 'published');
  return top.reduce((sum, { id }) => sum + 1 + repliesTo(state, id).length, 0);
}

function uploadsOf(channelId: string): string {
  return `UU${channelId.slice(2)}`;
}
