import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { isProviderError, ProviderError } from '../../core/accounts/provider-error.ts';
import { type HttpAnswer, type HttpClient, HttpFailure, type HttpRequest } from '../http/http-client.ts';
import { parseLossless } from '../http/lossless-json.ts';
import { type RepeatPolicy, repeat } from '../http/repeat.ts';
import type { GraphBudget } from './graph-budget.ts';
import { graphError } from './graph-error.ts';
import { type Usage, usageOf } from './usage.ts';

/** An expired version keeps answering with newer semantics: move on before v26.0 ends (platform changelog). */
export const GraphVersion = 'v26.0';

export interface MetaApp {
  appId: string;
  appSecret: string;
  verifyToken: string;
}

export interface GraphClientOptions {
  http: HttpClient;
  app: () => Promise<MetaApp>;
  /** Told after every answer that carried usage headers. */
  onUsage?: (token: string | null, usage: Usage) => void;
  /** Shared by all functions; asked before and told after every call. */
  budget?: GraphBudget;
  repeatPolicy?: RepeatPolicy;
}

type Params = Record<string, string | undefined>;

const ReadTimeoutMilliseconds = 10_000;
const DefaultRepeats: RepeatPolicy = {
  attempts: 3,
  firstWaitMilliseconds: 300,
  longestWaitMilliseconds: 3_000,
};

const GraphPage = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() })
    .optional(),
});

/** The one way to graph.facebook.com. Tokens travel in the header and in no address, so that no log can hold them. */
export class GraphClient {
  readonly #options: GraphClientOptions;

  constructor(options: GraphClientOptions) {
    this.#options = options;
  }

  /** Reads, repeated on outages and lost connections. @throws ProviderError */
  get<S extends z.ZodType>(
    schema: S,
    path: string,
    token: string,
    params: Params = {},
  ): Promise<z.output<S>> {
    const policy = this.#options.repeatPolicy ?? DefaultRepeats;
    const mayRepeat = (error: unknown) => isProviderError(error, 'outage', 'no_answer', 'unreachable');
    return repeat(policy, mayRepeat, async () =>
      parsed(
        schema,
        await this.#send({
          method: 'GET',
          path,
          token,
          params,
          timeoutMilliseconds: ReadTimeoutMilliseconds,
        }),
      ),
    );
  }

  /** Writes, never repeated here: whether to try again is for whoever can look first. @throws ProviderError */
  async write<S extends z.ZodType>(
    schema: S,
    method: 'POST' | 'DELETE',
    path: string,
    token: string,
    params: Params,
    timeoutMilliseconds: number,
  ): Promise<z.output<S>> {
    return parsed(schema, await this.#send({ method, path, token, params, timeoutMilliseconds }));
  }

  /** Exchanges something that can be used once; without a token, and never repeated. @throws ProviderError */
  async exchange<S extends z.ZodType>(schema: S, path: string, params: Params): Promise<z.output<S>> {
    const call: Call = {
      method: 'GET',
      path,
      token: null,
      params,
      timeoutMilliseconds: ReadTimeoutMilliseconds,
    };
    return parsed(schema, await this.#send(call));
  }

  /** All items of a list, page by page as they are consumed. */
  async *list<S extends z.ZodType>(
    schema: S,
    path: string,
    token: string,
    params: Params,
  ): AsyncGenerator<z.output<S>> {
    let after: string | undefined;
    do {
      const page = await this.get(GraphPage, path, token, { ...params, after });
      for (const item of page.data) yield parsed(schema, item);
      // A short or empty page may still have a next one; its address is not followed, as it carries the token.
      after = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
    } while (after !== undefined);
  }

  /** All items of a list that never says whether there is more: it ends with its first empty page. */
  async *listByCursor<S extends z.ZodType>(
    schema: S,
    path: string,
    token: string,
    params: Params,
  ): AsyncGenerator<z.output<S>> {
    let after: string | undefined;
    do {
      const page = await this.get(GraphPage, path, token, { ...params, after });
      for (const item of page.data) yield parsed(schema, item);
      after = page.data.length > 0 ? page.paging?.cursors?.after : undefined;
    } while (after !== undefined);
  }

  async #send({ method, path, token, params, timeoutMilliseconds }: Call): Promise<unknown> {
    const { http, app, budget, onUsage } = this.#options;
    if (token !== null) await budget?.admit(token);
    const proof = token === null ? undefined : proofOf((await app()).appSecret, token);
    const form = formOf({ ...params, appsecret_proof: proof }).toString();
    const url = new URL(`https://graph.facebook.com/${GraphVersion}${path}`);
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const request: HttpRequest = { method, url, headers: authorization, timeoutMilliseconds };
    if (method === 'POST') {
      request.body = form;
      request.headers = { ...authorization, 'content-type': 'application/x-www-form-urlencoded' };
    } else {
      url.search = form;
    }
    const answer = await answered(() => http(request));
    const usage = usageOf(answer.headers);
    if (usage) onUsage?.(token, usage);
    if (usage && token !== null) await budget?.noteUsage(token, usage);
    try {
      return jsonOf(answer);
    } catch (error) {
      if (token !== null && isProviderError(error, 'throttled')) {
        await budget?.noteThrottle(token, error.retryAfterSeconds);
      }
      throw error;
    }
  }
}

interface Call {
  method: HttpRequest['method'];
  path: string;
  /** Null for the exchanges that make a token. */
  token: string | null;
  params: Params;
  timeoutMilliseconds: number;
}

/** Proves to Graph that the caller knows the app's secret, so that a stolen token is worth nothing alone. */
export function proofOf(appSecret: string, token: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex');
}

function formOf(params: Params): URLSearchParams {
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given);
}

async function answered(send: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await send();
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause;
    const failure = cause.reason === 'unreachable' ? 'unreachable' : 'no_answer';
    throw new ProviderError(failure, `Facebook did not answer: ${cause.message}`, { cause });
  }
}

function jsonOf(answer: HttpAnswer): unknown {
  let json: unknown;
  try {
    json = parseLossless(answer.text);
  } catch (cause) {
    if (answer.status < 300)
      throw new ProviderError('no_answer', 'Facebook answered with broken JSON.', { cause });
  }
  if (answer.status >= 300 || isErrorEnvelope(json)) throw graphError(answer, json);
  return json;
}

function isErrorEnvelope(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'error' in json;
}

/** An answer in another shape than documented: for a write it means that nobody knows what happened. */
function parsed<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new ProviderError('no_answer', `Facebook answered in an unknown shape: ${result.error.message}`, {
    cause: result.error,
  });
}
