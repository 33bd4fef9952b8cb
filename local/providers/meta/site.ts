import type { WorldRequest, WorldResponse } from '../provider.ts';
import { escapeHtml, framed } from './html.ts';
import type { Meta } from './meta-world.ts';
import { type Comment, type Page, type Post, postsOf, repliesTo } from './state.ts';
import { writeComment } from './thread.ts';

const ShownPosts = 10;

/** `https://www.facebook.com/…` as its visitors see it: the pages, a page with what was said there, and a way to say more. */
export function answerSite(meta: Meta, request: WorldRequest): WorldResponse {
  const [pageId = '', what, postId] = request.path.split('/').slice(1);
  const page = meta.state.pages.get(pageId);
  if (!page) return html(framed('Pages', pageList(meta)));
  const post = what === 'posts' ? meta.state.posts.get(`${pageId}_${postId}`) : undefined;
  if (request.method === 'POST' && post) return comment(meta, post, request);
  const posts = post ? [post] : postsOf(meta.state, pageId).slice(0, ShownPosts);
  return html(framed(page.name, pageView(meta, page, posts)));
}

function comment(meta: Meta, post: Post, request: WorldRequest): WorldResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const name = form.get('name') || 'A customer';
  const message = form.get('message')?.trim();
  const author = { id: meta.state.nextNumber(), name };
  if (message) writeComment(meta, { parent: post, author, message, createdAt: meta.context.now() });
  return { status: 303, headers: { location: addressOf(meta, `/${post.pageId}`) } };
}

function pageList(meta: Meta): string {
  const links = meta.state.pages
    .all()
    .map(({ id, name }) => `<li><a href="${addressOf(meta, `/${id}`)}">${escapeHtml(name)}</a></li>`);
  return `<h1>Pages</h1><ul>${links.join('')}</ul>`;
}

function pageView(meta: Meta, page: Page, posts: readonly Post[]): string {
  return `<h1><a href="${addressOf(meta, `/${page.id}`)}">${escapeHtml(page.name)}</a></h1>${posts
    .map((post) => postView(meta, post))
    .join('')}`;
}

function postView(meta: Meta, post: Post): string {
  const action = addressOf(meta, `/${post.id.replace('_', '/posts/')}`);
  return `<article><p>${escapeHtml(post.message)}</p>${thread(meta, post)}
    <form class="comment" method="post" action="${action}">
      <input name="name" placeholder="Your name" aria-label="Your name">
      <input name="message" placeholder="Write a comment" aria-label="Comment" required>
      <button class="primary">Send</button>
    </form></article>`;
}

function thread(meta: Meta, parent: Post | Comment): string {
  const items = repliesTo(meta.state, parent.id).map((reply) => {
    const look = [reply.author.id === reply.pageId && 'own', reply.isHidden && 'hidden']
      .filter(Boolean)
      .join(' ');
    const hidden = reply.isHidden ? ' (hidden)' : '';
    return `<li><p class="${look}"><strong>${escapeHtml(reply.author.name)}</strong>${hidden}<br>
      ${escapeHtml(reply.message)}</p>${thread(meta, reply)}</li>`;
  });
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

function addressOf(meta: Meta, path: string): string {
  return `${meta.context.worldUrl}/www.facebook.com${path}`;
}

function html(body: string): WorldResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
