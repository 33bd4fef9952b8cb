import * as z from 'zod';
import { isProviderError, ProviderError } from '../../core/accounts/provider-error.ts';
import { type HttpAnswer, type HttpClient, HttpFailure, type HttpRequest } from '../http/http-client.ts';
import { parseLossless } from '../http/lossless-json.ts';
import { type RepeatPolicy, repeat } from '../http/repeat.ts';
import type { TiktokBudget, TiktokCall } from './tiktok-budget.ts';
import { tiktokError } from './tiktok-error.ts';

const ApiRoot = 'https://business-api.tiktok.com/open_api/v1.3';

export interface TiktokApp {
  appId: string;
  appSecret: string;
}

interface TiktokClientOptions {
  http: HttpClient;
  budget: TiktokBudget;
  repeatPolicy?: RepeatPolicy;
}

/** Ids have 19 digits; some answers give them as numbers, which are read without loss. */
export const TiktokId = z.union([z.string(), z.number().transform(String)]);

const ReadTimeoutMilliseconds = 10_000;
const DefaultRepeats: RepeatPolicy = {
  attempts: 3,
  firstWaitMilliseconds: 300,
  longestWaitMilliseconds: 3_000,
};

const Envelope = z.object({ code: z.number(), message: z.string().default(''), data: z.unknown() });

type Query = Record<string, string | undefined>;

/** The one way to TikTok's API for Business: every answer has status 200, and its `code` tells what it is. */
export class TiktokClient {
  readonly #options: TiktokClientOptions;

  constructor(options: TiktokClientOptions) {
    this.#options = options;
  }

  /** Reads, repeated on outages and lost connections. @throws ProviderError */
  get<S extends z.ZodType>(schema: S, path: string, token: string, query: Query): Promise<z.output<S>> {
    const policy = this.#options.repeatPolicy ?? DefaultRepeats;
    const mayRepeat = (error: unknown) => isProviderError(error, 'outage', 'no_answer');
    const url = new URL(`${ApiRoot}${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const request: HttpRequest = {
      method: 'GET',
      url,
      headers: { 'access-token': token },
      timeoutMilliseconds: ReadTimeoutMilliseconds,
    };
    const call = { path, businessId: query['business_id'], isReading: true };
    return repeat(policy, mayRepeat, async () => parsed(schema, await this.#send(request, call)));
  }

  /** Everything that has an effect, sent once; without a token where the app itself asks. @throws ProviderError */
  async post<S extends z.ZodType>(
    schema: S,
    path: string,
    token: string | null,
    body: Record<string, string>,
    timeoutMilliseconds = ReadTimeoutMilliseconds,
  ): Promise<z.output<S>> {
    const request: HttpRequest = {
      method: 'POST',
      url: new URL(`${ApiRoot}${path}`),
      headers: { 'content-type': 'application/json', ...(token !== null && { 'access-token': token }) },
      body: JSON.stringify(body),
      timeoutMilliseconds,
    };
    const call = { path, businessId: body['business_id'], isReading: false };
    return parsed(schema, await this.#send(request, call));
  }

  /** The items of a list, page by page as they are consumed; a short page may still have a next one. */
  async *list<S extends z.ZodType>(
    schema: S,
    list: { path: string; name: 'videos' | 'comments'; token: string; query: Query; mostPages: number },
  ): AsyncGenerator<z.output<S>> {
    const Page = z.object({
      [list.name]: z.array(z.unknown()).default([]),
      cursor: z.union([z.string(), z.number()]).optional(),
      has_more: z.boolean().default(false),
    });
    let cursor: string | undefined;
    for (let pages = 0; pages < list.mostPages; pages += 1) {
      const page = await this.get(Page, list.path, list.token, { ...list.query, cursor });
      for (const item of page[list.name] as unknown[]) yield parsed(schema, item);
      if (!page.has_more || page.cursor === undefined) return;
      cursor = String(page.cursor);
    }
  }

  async #send(request: HttpRequest, call: TiktokCall): Promise<unknown> {
    await this.#options.budget.spend(call);
    return dataOf(await answered(() => this.#options.http(request)));
  }
}

async function answered(send: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await send();
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause;
    const failure = cause.reason === 'unreachable' ? 'unreachable' : 'no_answer';
    throw new ProviderError(failure, `TikTok did not answer: ${cause.message}`, { cause });
  }
}

function dataOf({ status, text }: HttpAnswer): unknown {
  let json: unknown;
  try {
    json = parseLossless(text);
  } catch (cause) {
    const failure = status < 300 ? 'no_answer' : 'outage';
    throw new ProviderError(failure, `TikTok answered ${status} with something that is not JSON.`, { cause });
  }
  const { code, message, data } = parsed(Envelope, json);
  if (code !== 0) throw tiktokError(code, message);
  return data;
}

/** An answer in another shape than documented: for a write it means that nobody knows what happened. */
function parsed<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new ProviderError('no_answer', `TikTok answered in an unknown shape: ${result.error.message}`, {
    cause: result.error,
  });
}
