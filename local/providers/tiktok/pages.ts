import type { WorldResponse } from '../provider.ts';
import { type Comment, type Profile, type TiktokState, threadOf, type Video } from './state.ts';

/** What the dialog says about a permission, in TikTok's manner. */
const ScopeTexts: Record<string, string> = {
  'user.info.basic': 'Read your profile info (avatar, display name)',
  'video.list': 'Read your public videos on TikTok',
  'comment.list': 'Read the comments on your videos',
  'comment.list.manage': 'Reply to, like and hide comments on your videos',
};

export function consentPage(profiles: readonly Profile[], scopes: readonly string[]): string {
  const accounts = profiles.map(({ openId, username, displayName }, index) => {
    const checked = index === 0 ? ' checked' : '';
    return `<label><input type="radio" name="account" value="${escaped(openId)}"${checked}>
      <span><strong>${escaped(displayName)}</strong><br><small>@${escaped(username)}</small></span></label>`;
  });
  const permissions = scopes.map((scope) => {
    const isNeeded = scope === 'user.info.basic';
    return `<label><input type="checkbox" name="scope" value="${escaped(scope)}" checked${isNeeded ? ' disabled' : ''}>
      ${escaped(ScopeTexts[scope] ?? scope)}</label>`;
  });
  return framed(
    'Authorize',
    `<form method="post"><h1>Earshot would like to access your TikTok account</h1>
      <fieldset><legend>Account</legend>${accounts.join('')}</fieldset>
      <fieldset><legend>Earshot will be able to</legend>${permissions.join('')}</fieldset>
      <div class="actions"><button name="decision" value="deny">Cancel</button>
      <button class="primary" name="decision" value="continue">Authorize</button></div></form>`,
  );
}

export function refusalPage(what: string): string {
  return framed(
    'Authorize',
    `<h1>Something went wrong</h1><p>We couldn't log in with TikTok: ${escaped(what)}.</p>`,
  );
}

export function profileList(profiles: readonly Profile[], worldUrl: string): string {
  const links = profiles.map(
    ({ username, displayName }) =>
      `<li><a href="${worldUrl}/www.tiktok.com/@${escaped(username)}">${escaped(displayName)}</a></li>`,
  );
  return framed('Accounts', `<h1>Accounts</h1><ul>${links.join('')}</ul>`);
}

export function profilePage(
  state: TiktokState,
  { username, displayName }: Profile,
  videos: readonly Video[],
  worldUrl: string,
): string {
  const address = `${worldUrl}/www.tiktok.com/@${username}`;
  const shown = videos.map(
    (video) => `<article><p>${escaped(video.caption)}</p>${thread(state, video)}
      <form class="comment" method="post" action="${address}/video/${video.id}">
      <input name="name" aria-label="Your name" placeholder="Your name">
      <input name="text" aria-label="Comment" placeholder="Add comment…" maxlength="150" required>
      <button class="primary">Post</button></form></article>`,
  );
  return framed(displayName, `<h1><a href="${address}">${escaped(displayName)}</a></h1>${shown.join('')}`);
}

function thread(state: TiktokState, video: Video, parentId: string | null = null): string {
  const comments = threadOf(state, video.id, parentId).filter(({ status }) => status === 'PUBLIC');
  if (comments.length === 0) return '';
  const items = comments.map((comment) => {
    const replies = parentId === null ? thread(state, video, comment.id) : '';
    return `<li><p class="${comment.isOwner ? 'own' : ''}">${spoken(comment)}</p>${replies}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function spoken({ author, text }: Comment): string {
  return `<strong>${escaped(author.displayName)}</strong> ${escaped(text)}`;
}

export function page(status: number, body: string): WorldResponse {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body };
}

/** The frame of every page that people see of the simulated TikTok. */
function framed(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} · simulated TikTok</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f8f8f8, #121212); }
  main { width: min(36rem, 100% - 2rem); margin: 2rem 0; background: light-dark(#fff, #1f1f1f); border-radius: 12px;
    overflow: hidden; box-shadow: 0 2px 16px #0003; }
  header { background: #010101; color: #fff; padding: .6rem 1.5rem; font-weight: 700; } header small { font-weight: 400; }
  .body { padding: 1.5rem; } h1 { font-size: 1.25rem; margin: 0 0 .5rem; } a { color: inherit; }
  fieldset, article { border: 1px solid light-dark(#d0d1d6, #3a3a3a); border-radius: 8px; margin: 1rem 0; padding: .5rem 1rem; }
  ul { list-style: none; padding-left: 1rem; margin: .5rem 0; }
  li > p { margin: .25rem 0; padding: .4rem .75rem; border-radius: 12px; background: light-dark(#f1f1f2, #2b2b2b);
    width: fit-content; overflow-wrap: anywhere; } li > p.own { background: light-dark(#ffe3ea, #4a1f2b); }
  label { display: flex; gap: .75rem; align-items: center; padding: .4rem 0; }
  .actions, form.comment { display: flex; gap: .75rem; justify-content: flex-end; margin-top: 1rem; }
  form.comment input { font: inherit; padding: .4rem .75rem; border-radius: 8px; min-width: 0; width: 8rem;
    border: 1px solid #8a8b91; background: transparent; color: inherit; } form.comment input[name=text] { flex: 1; }
  button { font: inherit; font-weight: 600; padding: .55rem 1.1rem; border: 0; border-radius: 8px; cursor: pointer;
    background: light-dark(#f1f1f2, #2f2f2f); color: inherit; } button.primary { background: #d5204a; color: #fff; }
</style></head>
<body><main><header>TikTok <small>simulated, on this machine</small></header><div class="body">${content}</div></main></body></html>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
