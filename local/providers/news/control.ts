import * as z from 'zod';
import type { WorldRequest, WorldResponse } from '../provider.ts';
import { articlePath, FeedFault, type NewsState, Publisher } from './state.ts';

const NewPublisher = z.strictObject({
  host: z.string(),
  name: z.string(),
  language: z.string().default('en'),
  format: Publisher.shape.format.default('rss'),
  encoding: Publisher.shape.encoding.default('utf-8'),
  feedPath: z.string().default('/feed'),
});
const PublisherChange = z.strictObject({
  fault: FeedFault.nullable().optional(),
  movedTo: z.url().nullable().optional(),
});
const NewArticle = z.strictObject({
  title: z.string(),
  summary: z.string().default(''),
  /** Where a press review's article really stands. */
  url: z.url().optional(),
  hoursAgo: z.number().default(0),
});

interface Desk {
  state: NewsState;
  now(): number;
}
type Command = (desk: Desk, host: string, body: unknown) => unknown;

/** `/_sim/world/news/…`: what the demo and the tests let happen in the press. */
const commands: Record<string, Command> = {
  'GET /publishers': ({ state }) =>
    state.publishers.all().map((publisher) => ({ ...publisher, feedUrl: feedUrlOf(publisher) })),
  'POST /publishers': ({ state }, _host, body) => {
    const publisher = { ...NewPublisher.parse(body), fault: null, movedTo: null };
    state.publishers.put(publisher.host, publisher);
    return { ...publisher, feedUrl: feedUrlOf(publisher) };
  },
  'PATCH /publishers/:host': ({ state }, host, body) => {
    const publisher = state.publishers.get(host);
    if (!publisher) return undefined;
    const { fault = publisher.fault, movedTo = publisher.movedTo } = PublisherChange.parse(body);
    const changed = { ...publisher, fault, movedTo };
    state.publishers.put(host, changed);
    return changed;
  },
  'GET /publishers/:host/articles': ({ state }, host) => state.publishers.get(host) && state.articlesOf(host),
  'POST /publishers/:host/articles': publishArticle,
};

function publishArticle({ state, now }: Desk, host: string, body: unknown): unknown {
  if (!state.publishers.get(host)) return undefined;
  const { title, summary, url, hoursAgo } = NewArticle.parse(body);
  const publishedAt = new Date(now() - hoursAgo * 3_600_000).toISOString();
  return state.publish({
    host,
    title,
    summary,
    publishedAt,
    url: url ?? `https://${host}${articlePath(title, publishedAt)}`,
  });
}

function feedUrlOf({ host, feedPath }: Publisher): string {
  return `https://${host}${feedPath}`;
}

export function answerNewsControl(desk: Desk, request: WorldRequest): WorldResponse {
  const [collection = '', host = '', part] = request.path.split('/').slice(1).map(decodeURIComponent);
  const pattern = [`${request.method} /${collection}`, host && ':host', part].filter(Boolean).join('/');
  const command = commands[pattern];
  if (!command) return json(404, { error: `Unknown command ${pattern}.`, commands: Object.keys(commands) });
  try {
    const text = request.body.toString('utf8');
    const result = command(desk, host, text === '' ? {} : JSON.parse(text));
    return result === undefined ? json(404, { error: `There is no publisher ${host}.` }) : json(200, result);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return json(400, { error: error.message });
    throw error;
  }
}

function json(status: number, value: unknown): WorldResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
