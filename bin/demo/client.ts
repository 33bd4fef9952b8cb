import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { Problem } from '../../shared/contract/problem.ts';

interface Input<E extends Endpoint> {
  params?: Record<string, string>;
  query?: E['query'] extends z.ZodType ? z.input<E['query']> : never;
  body?: E['body'] extends z.ZodType ? z.input<E['body']> : never;
  /** Makes a creating call repeatable, also by a later run. */
  idempotencyKey?: string;
}

type Answer<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : undefined;

/** A failed call, with the problem details that the API answered. */
export class CallFailed extends Error {
  readonly status: number;
  readonly code: string;
  constructor(operation: string, status: number, code: string, detail: string) {
    super(`${operation}: ${status} ${code}: ${detail}`);
    this.name = 'CallFailed';
    this.status = status;
    this.code = code;
  }
}

/** Calls the API as any client would, by the contract's endpoints; keeps cookies like a browser. */
export class Client {
  readonly baseUrl: string;
  readonly #token: string;
  readonly #cookies = new Map<string, string>();

  constructor(baseUrl: string, token: string) {
    this.baseUrl = baseUrl;
    this.#token = token;
  }

  async call<E extends Endpoint>(endpoint: E, input: Input<E> = {}): Promise<Answer<E>> {
    const answer = await this.authorized(this.urlOf(endpoint, input), {
      method: endpoint.method,
      headers: {
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
        ...(endpoint.idempotent && { 'idempotency-key': input.idempotencyKey ?? randomUUID() }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    });
    if (!answer.ok) throw await failure(endpoint, answer);
    return (endpoint.response ? endpoint.response.parse(await answer.json()) : undefined) as Answer<E>;
  }

  /** Any request in the name of the signed-in person. */
  authorized(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.#token}`);
    return this.send(url, { ...init, headers });
  }

  /** Any request of the same browser, redirects unfollowed. */
  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) {
      headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const answer = await fetch(url, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return answer;
  }

  urlOf<E extends Endpoint>(endpoint: E, input: Input<E>): string {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(input.params?.[name] ?? ''),
    );
    const url = new URL(path, this.baseUrl);
    for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.set(name, String(value));
    return url.toString();
  }
}

async function failure(endpoint: Endpoint, answer: Response): Promise<CallFailed> {
  const text = await answer.text();
  const problem = Problem.safeParse(jsonOf(text)).data;
  return new CallFailed(
    endpoint.id,
    answer.status,
    problem?.code ?? 'unknown',
    problem?.detail ?? text.slice(0, 300),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
