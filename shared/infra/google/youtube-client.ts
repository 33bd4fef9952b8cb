import * as z from 'zod';
import { isProviderError, ProviderError } from '../../core/accounts/provider-error.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { type RepeatPolicy, repeat } from '../http/repeat.ts';
import { askGoogle, jsonOf, parsed } from './google-answer.ts';
import { googleError, isDailyQuotaSpent } from './google-error.ts';
import type { Purpose, YouTubeQuota } from './youtube-quota.ts';

type Params = Record<string, string | undefined>;

/** What a call costs of the day's units; each page of a list costs again, and so does each repetition. */
const ReadUnits = 1;
const WriteUnits = 50;

const ReadTimeoutMilliseconds = 10_000;
const DefaultRepeats: RepeatPolicy = {
  attempts: 3,
  firstWaitMilliseconds: 300,
  longestWaitMilliseconds: 3_000,
};

const YouTubePage = z.object({
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().optional(),
});

interface Write {
  method?: 'POST' | 'DELETE' | undefined;
  params: Params;
  body?: unknown;
  timeoutMilliseconds: number;
}

export interface YouTubeClientOptions {
  http: HttpClient;
  quota: YouTubeQuota;
  repeatPolicy?: RepeatPolicy;
}

/** The one way to the YouTube Data API; every call is paid for from the day's units before it leaves. */
export class YouTubeClient {
  readonly #options: YouTubeClientOptions;

  constructor(options: YouTubeClientOptions) {
    this.#options = options;
  }

  /** All items of a list, page by page as they are consumed; repeated on outages and lost connections. */
  async *list<S extends z.ZodType>(
    schema: S,
    path: string,
    token: string,
    params: Params,
    purpose: Purpose,
  ): AsyncGenerator<z.output<S>> {
    let pageToken: string | undefined;
    do {
      const page = await this.#read(path, token, { ...params, pageToken }, purpose);
      for (const item of page.items) yield parsed(schema, item);
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
  }

  /** Writes, never repeated here: whether to try again is for whoever can look first. @throws ProviderError */
  async write<S extends z.ZodType>(
    schema: S,
    path: string,
    token: string,
    { method = 'POST', params, body, timeoutMilliseconds }: Write,
  ): Promise<z.output<S>> {
    const request: HttpRequest = {
      method,
      url: addressOf(path, params),
      headers: { authorization: `Bearer ${token}` },
      timeoutMilliseconds,
    };
    if (body !== undefined) {
      request.headers = { ...request.headers, 'content-type': 'application/json' };
      request.body = JSON.stringify(body);
    }
    return parsed(schema, await this.#send(request, WriteUnits, 'acting'));
  }

  #read(
    path: string,
    token: string,
    params: Params,
    purpose: Purpose,
  ): Promise<z.output<typeof YouTubePage>> {
    const request: HttpRequest = {
      method: 'GET',
      url: addressOf(path, params),
      headers: { authorization: `Bearer ${token}` },
      timeoutMilliseconds: ReadTimeoutMilliseconds,
    };
    const mayRepeat = (error: unknown) => isProviderError(error, 'outage', 'no_answer', 'unreachable');
    return repeat(this.#options.repeatPolicy ?? DefaultRepeats, mayRepeat, async () =>
      parsed(YouTubePage, await this.#send(request, ReadUnits, purpose)),
    );
  }

  async #send(request: HttpRequest, units: number, purpose: Purpose): Promise<unknown> {
    const { http, quota } = this.#options;
    await quota.spend(units, purpose);
    const answer = await askGoogle(http, request);
    const json = jsonOf(answer);
    if (answer.status < 300) return json;
    const error = googleError(answer, json);
    if (!isDailyQuotaSpent(error)) throw error;
    const { message, platformCode } = error;
    throw new ProviderError('throttled', message, {
      cause: error,
      platformCode,
      retryAfterSeconds: await quota.isSpent(),
    });
  }
}

function addressOf(path: string, params: Params): URL {
  const url = new URL(`https://www.googleapis.com/youtube/v3${path}`);
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  url.search = new URLSearchParams(given).toString();
  return url;
}
