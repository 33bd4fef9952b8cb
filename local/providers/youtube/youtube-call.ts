import type { Grant, YouTubeState } from './state.ts';
import { forbidden, YouTubeError } from './youtube-error.ts';

/** Everything that answers a request of the Data API works on this. */
export interface YouTubeCall {
  state: YouTubeState;
  grant: Grant;
  now: number;
  query: URLSearchParams;
  body: string;
}

const CommentScope = 'https://www.googleapis.com/auth/youtube.force-ssl';

export function requireParameter({ query }: YouTubeCall, name: string): string {
  const value = query.get(name);
  if (value) return value;
  const message = `No filter selected or a required parameter is missing: ${name}`;
  throw new YouTubeError(400, 'missingRequiredParameter', message);
}

export function requireScope({ grant }: YouTubeCall): void {
  if (grant.scopes.includes(CommentScope)) return;
  const message = 'Request had insufficient authentication scopes.';
  throw new YouTubeError(403, 'insufficientPermissions', message, 'global');
}

/** Only the owner of a channel sees and changes how its comments are moderated. */
export function requireOwner({ grant }: YouTubeCall, channelId: string): void {
  if (grant.channelId !== channelId) throw forbidden('The request is not properly authorized.');
}

/** One page of a list; the token of the next one is Google's secret, here the position. */
export function listAnswer<T>(
  { query }: YouTubeCall,
  kind: string,
  found: readonly T[],
  resourceOf: (item: T) => unknown,
  defaultSize: number,
): unknown {
  const largest = kind.startsWith('comment') ? 100 : 50;
  const size = Math.min(Number(query.get('maxResults') ?? defaultSize), largest);
  const start = positionOf(query.get('pageToken'));
  const end = start + size;
  return {
    kind: `youtube#${kind}ListResponse`,
    ...(end < found.length && { nextPageToken: Buffer.from(`page:${end}`).toString('base64url') }),
    pageInfo: { totalResults: found.length, resultsPerPage: size },
    items: found.slice(start, end).map(resourceOf),
  };
}

function positionOf(pageToken: string | null): number {
  if (pageToken === null) return 0;
  const position = /^page:(\d+)$/.exec(Buffer.from(pageToken, 'base64url').toString())?.[1];
  if (position === undefined) throw new YouTubeError(400, 'invalidPageToken', 'The page token is not valid.');
  return Number(position);
}
