import type { WorldRequest, WorldResponse } from '../../provider.ts';
import { escapeHtml, framed } from '../html.ts';
import { shortcodeOf } from './media.ts';
import { commentsBelow, type InstagramAccount, type InstagramComment, type Media, mediaOf } from './state.ts';
import { writeComment } from './thread.ts';

type Instagram = Parameters<typeof writeComment>[0] & { context: { worldUrl: string; now(): number } };

/** `https://www.instagram.com/…` as its visitors see it: the accounts, their media, and a way to comment. */
export function answerInstagramSite(world: Instagram, request: WorldRequest): WorldResponse {
  const [first = '', code] = request.path.split('/').slice(1);
  const { instagram } = world.state;
  const media = first === 'p' ? instagram.media.all().find(({ id }) => shortcodeOf(id) === code) : undefined;
  const username = media ? instagram.accounts.get(media.accountId)?.username : first;
  const account = instagram.accounts.all().find((one) => one.username === username);
  if (!account) return html(shown('Accounts', accountList(world)));
  if (request.method === 'POST' && media) return comment(world, media, request);
  const views = (media ? [media] : mediaOf(instagram, account.id)).map((one) =>
    mediaView(world, account, one),
  );
  return html(
    shown(
      account.username,
      `<h1>${link(world, `/${account.username}/`, account.username)}</h1>${views.join('')}`,
    ),
  );
}

function comment(world: Instagram, media: Media, request: WorldRequest): WorldResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const text = form.get('text')?.trim();
  const author = { id: world.state.nextNumber(), username: form.get('username') || 'a.customer' };
  if (text) writeComment(world, media, { author, text, createdAt: world.context.now() });
  return { status: 303, headers: { location: addressOf(world, `/p/${shortcodeOf(media.id)}/`) } };
}

function accountList(world: Instagram): string {
  const items = world.state.instagram.accounts
    .all()
    .map(({ username }) => `<li>${link(world, `/${username}/`, username)}</li>`);
  return `<h1>Accounts</h1><ul>${items.join('')}</ul>`;
}

function mediaView(world: Instagram, account: InstagramAccount, media: Media): string {
  const address = addressOf(world, `/p/${shortcodeOf(media.id)}/`);
  return `<article><p>${escapeHtml(media.caption)}</p>${thread(world, account, media)}
    <form class="comment" method="post" action="${address}">
      <input name="username" placeholder="Your name" aria-label="Your name">
      <input name="text" placeholder="Write a comment" aria-label="Comment" required>
      <button>Comment</button>
    </form></article>`;
}

/** Oldest first, as they are read. */
function thread(world: Instagram, account: InstagramAccount, parent: Media | InstagramComment): string {
  const items = commentsBelow(world.state.instagram, parent)
    .reverse()
    .map((one) => {
      const look = [one.author.id === account.id && 'own', one.isHidden && 'hidden']
        .filter(Boolean)
        .join(' ');
      const hidden = one.isHidden ? ' (hidden)' : '';
      return `<li><p class="${look}"><strong>${escapeHtml(one.author.username)}</strong>${hidden}<br>
        ${escapeHtml(one.text)}</p>${thread(world, account, one)}</li>`;
    });
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

function shown(title: string, content: string): string {
  return framed(title, content, 'Instagram');
}

function link(world: Instagram, path: string, text: string): string {
  return `<a href="${addressOf(world, path)}">${escapeHtml(text)}</a>`;
}

function addressOf({ context }: Instagram, path: string): string {
  return `${context.worldUrl}/www.instagram.com${path}`;
}

function html(body: string): WorldResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
