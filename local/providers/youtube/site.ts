import type { WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { escapeHtml, framed } from './html.ts';
import {
  type Comment,
  randomId,
  repliesTo,
  topCommentsOf,
  type Video,
  writeComment,
  type YouTubeState,
} from './state.ts';

/** `https://www.youtube.com/watch?v=…` as its viewers see it, with a way to say something; anything else lists the videos. */
export function answerSite(state: YouTubeState, context: WorldContext, request: WorldRequest): WorldResponse {
  const video = state.videos.get(request.query.get('v') ?? '');
  if (!video) return framed('Videos', videoList(state, context));
  if (request.method !== 'POST') return framed(video.title, videoView(state, video));
  const form = new URLSearchParams(request.body.toString('utf8'));
  const text = form.get('text')?.trim();
  const author = { id: randomId('UC', 16), name: form.get('name') || 'A viewer' };
  if (text) writeComment(state, { parent: video, author, text, publishedAt: context.now() });
  return { status: 303, headers: { location: addressOf(context, video) } };
}

/** `yt3.ggpht.com` and `i.ytimg.com`: a coloured tile instead of a picture. */
export function answerPicture({ path }: WorldRequest): WorldResponse {
  const hue = [...path].reduce((sum, sign) => (sum + sign.charCodeAt(0)) % 360, 0);
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9"
  fill="hsl(${hue} 45% 40%)"/><path d="M6.5 2.5v4l3.5-2z" fill="#fff"/></svg>`;
  return { status: 200, headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }, body };
}

function videoList(state: YouTubeState, context: WorldContext): string {
  const links = state.videos
    .all()
    .map((video) => `<li><a href="${addressOf(context, video)}">${escapeHtml(video.title)}</a></li>`);
  return `<h1>Videos</h1><ul>${links.join('')}</ul>`;
}

function videoView(state: YouTubeState, video: Video): string {
  const threads = topCommentsOf(state, { videoId: video.id }).filter(({ status }) => status !== 'rejected');
  const items = threads.map((top) => {
    const replies = repliesTo(state, top.id).map((reply) => `<li>${commentView(reply)}</li>`);
    return `<li>${commentView(top)}<ul>${replies.join('')}</ul></li>`;
  });
  return `<h1>${escapeHtml(video.title)}</h1><p>${escapeHtml(video.description)}</p>
    <form class="comment" method="post"><input name="name" placeholder="Your name" aria-label="Your name">
      <input name="text" placeholder="Add a comment" aria-label="Comment" required><button>Comment</button></form>
    <ul>${items.join('')}</ul>`;
}

function commentView({ author, text, status }: Comment): string {
  const held = status === 'published' ? '' : ' class="held"';
  return `<p${held}><strong>${escapeHtml(author.name)}</strong><br>${escapeHtml(text)}</p>`;
}

function addressOf({ worldUrl }: WorldContext, { id }: Video): string {
  return `${worldUrl}/www.youtube.com/watch?v=${id}`;
}
