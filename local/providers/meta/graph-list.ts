import { type FieldRequest, type GraphNode, project } from './graph-fields.ts';

export interface ListRequest {
  /** Where the list can be read again, without its query. */
  path: string;
  /** limit, after and whatever selects the items; repeated in `paging.next`. */
  params: URLSearchParams;
  fields: readonly FieldRequest[];
  largestLimit?: number;
}

/** One page of a list with Graph's cursors; the last page is the one without `paging.next`. */
export function listAnswer(nodes: readonly GraphNode[], request: ListRequest): Record<string, unknown> {
  const limit = Math.min(Number(request.params.get('limit') ?? 25), request.largestLimit ?? 100);
  const after = request.params.get('after');
  const start = after === null ? 0 : indexAfter(nodes, cursorId(after));
  const page = nodes.slice(start, start + limit);
  const first = page.at(0);
  const last = page.at(-1);
  const data = page.map((node) => project(node, request.fields));
  if (!first || !last) return { data };
  const cursors = { before: cursorOf(first.id), after: cursorOf(last.id) };
  const hasMore = start + limit < nodes.length;
  return { data, paging: hasMore ? { cursors, next: nextAddress(request, cursors.after) } : { cursors } };
}

function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function cursorId(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}

/** A cursor whose object has gone meanwhile starts over: readers must bear repeated objects. */
function indexAfter(nodes: readonly GraphNode[], id: string): number {
  return nodes.findIndex((node) => node.id === id) + 1;
}

function nextAddress(request: ListRequest, after: string): string {
  const query = new URLSearchParams(request.params);
  query.set('after', after);
  return `https://graph.facebook.com${request.path}?${query}`;
}
