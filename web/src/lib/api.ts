import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import { type ApiError, offline, readProblem } from './api-error.ts';
import type { Answer, Arguments, Operation } from './operation.ts';

export interface ApiOptions {
  /** Origin of the API without a trailing slash; empty means the console's own. */
  base: string;
  fetch: typeof fetch;
  /** The bearer token of the signed-in person; `renew` asks for a fresh one after a 401. */
  token(options: { renew: boolean }): Promise<string | undefined>;
  /** A value for `Idempotency-Key`. */
  newKey(): string;
  /** The sign-in ended and cannot be renewed. */
  onSignedOut(): void;
}

export interface Api {
  /** Calls one operation; refusals and failures arrive as `ApiError`. */
  call<E extends Endpoint>(operation: Operation<E>, args: Arguments<E>): Promise<Answer<E>>;
  /** A request with the person's token, for what is not JSON, such as the event stream. */
  request(path: string, init: RequestInit): Promise<Response>;
}

interface LooseArguments {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  ifMatch?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** Fills `{name}` of a path and appends the query; absent values are left out, lists repeat their name. */
export function addressOf(
  path: string,
  { params = {}, query = {} }: Pick<LooseArguments, 'params' | 'query'>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

export function createApi(options: ApiOptions): Api {
  async function send(path: string, init: RequestInit, renew: boolean): Promise<Response> {
    const token = await options.token({ renew });
    const headers = new Headers(init.headers);
    if (token) headers.set('authorization', `Bearer ${token}`);
    return options.fetch(options.base + path, { ...init, headers }).catch((cause: unknown) => {
      if (init.signal?.aborted) throw cause;
      throw offline(cause);
    });
  }

  async function request(path: string, init: RequestInit): Promise<Response> {
    const first = await send(path, init, false);
    const response = first.status === 401 ? await send(path, init, true) : first;
    if (response.ok) return response;
    const error: ApiError = await readProblem(response);
    if (error.status === 401) options.onSignedOut();
    throw error;
  }

  async function call<E extends Endpoint>(operation: Operation<E>, args: Arguments<E>): Promise<Answer<E>> {
    const { params, query, body, ifMatch, signal } = args as LooseArguments;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
    if (operation.idempotent) headers['idempotency-key'] = options.newKey();
    const init: RequestInit = { method: operation.method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (signal) init.signal = signal;
    const response = await request(addressOf(operation.path, { params, query }), init);
    return (response.status === 204 ? undefined : await response.json()) as Answer<E>;
  }

  return { call, request };
}
