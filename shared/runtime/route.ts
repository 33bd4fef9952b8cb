import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../contract/endpoint.ts';
import type { TenantContext } from '../core/kernel/tenant-context.ts';
import type { Instant } from '../core/kernel/time.ts';

/** A person whose sign-in is valid but who may have no organization yet. */
export interface SignedInUser {
  userId: string;
  email: string;
  isEmailVerified: boolean;
}

type CallerOf<E extends Endpoint> = E['access'] extends 'public'
  ? { context?: undefined; user?: undefined }
  : E['access'] extends 'signed-in'
    ? { context?: undefined; user: SignedInUser }
    : { context: TenantContext; user?: undefined };

/** A validated request; everything in it may be trusted to have the contract's shape. */
export type RequestOf<E extends Endpoint> = {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The bytes as they were sent and signed; empty unless the endpoint asks for them. */
  rawBody: Buffer;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  cookies: Record<string, string | undefined>;
  /** The version that the client has seen, of its `If-Match` header. */
  ifMatch: number | undefined;
  now: Instant;
  sourceIp: string;
  requestId: string;
} & CallerOf<E>;

export interface ReplyOptions {
  status?: number;
  headers?: Record<string, string>;
  cookies?: string[];
}

/** An answer with a status or headers of its own. */
export class Reply<T> {
  readonly body: T;
  readonly options: ReplyOptions;
  constructor(body: T, options: ReplyOptions) {
    this.body = body;
    this.options = options;
  }
}

export function reply<T>(body: T, options: ReplyOptions): Reply<T> {
  return new Reply(body, options);
}

export function redirect(location: string, options: Omit<ReplyOptions, 'status'> = {}): Reply<undefined> {
  return new Reply(undefined, { ...options, status: 302, headers: { ...options.headers, location } });
}

/** One endpoint with the function that answers it. */
export interface Route {
  endpoint: Endpoint;
  handle(request: RequestOf<Endpoint>): Promise<unknown>;
}

/** Binds a handler to its contract: the contract types what comes in and what must come out. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (request: RequestOf<E>) => Promise<ResponseOf<E> | Reply<ResponseOf<E> | undefined>>,
): Route {
  return { endpoint, handle: handle as Route['handle'] };
}
