import type { WorldRequest, WorldResponse } from '../provider.ts';
import { escapeHtml } from './html.ts';
import type { MetaState } from './state.ts';

/** `https://graph.facebook.com/<page>/picture`: shown to everybody, without a token. */
export function answerPicture(state: MetaState, { method, path }: WorldRequest): WorldResponse | undefined {
  const id = /^(?:\/v\d+\.\d+)?\/(\d+)\/picture$/.exec(path)?.[1];
  const page = id === undefined || method !== 'GET' ? undefined : state.pages.get(id);
  if (!page) return undefined;
  return picture(page.id, page.name);
}

/** `https://scontent.cdninstagram.com/v/<account or media>.svg` */
export function answerInstagramPicture({ instagram }: MetaState, { path }: WorldRequest): WorldResponse {
  const id = /^\/v\/(\d+)\.svg$/.exec(path)?.[1] ?? '';
  const name = instagram.accounts.get(id)?.name ?? instagram.media.get(id)?.caption;
  return name === undefined ? { status: 404 } : picture(id, name);
}

function picture(id: string, name: string): WorldResponse {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  const hue = Number(id.slice(-3)) % 360;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50">
  <rect width="50" height="50" fill="hsl(${hue} 45% 35%)"/>
  <text x="25" y="32" font-family="sans-serif" font-size="19" fill="#fff" text-anchor="middle">${escapeHtml(initials)}</text>
</svg>`;
  return { status: 200, headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }, body };
}
