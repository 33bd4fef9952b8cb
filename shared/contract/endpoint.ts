import type * as z from 'zod';
import type { Role } from '../core/kernel/tenant-context.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a machine client's token may be allowed to do, e.g. `interactions:read`. */
export type Scope = `${string}:${'read' | 'write'}`;

/**
 * Who may call: everybody; a signed-in person who may have no organization yet;
 * or members from a role upward and tokens with the scope (`scope: null`: people only).
 */
export type Access = 'public' | 'signed-in' | { role: Role; scope: Scope | null };

/** One operation of the API: the single source for validation, handler types, OpenAPI and the console's client. */
export interface Endpoint {
  /** Unique verb-noun name, the OpenAPI `operationId`. */
  id: string;
  method: HttpMethod;
  /** Path with `{parameters}`, as API Gateway writes them. */
  path: `/${string}`;
  /** The Lambda function that serves it: a folder of `lambdas/api`. */
  resource: string;
  access: Access;
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON body; absent for calls without one. */
  body?: z.ZodType;
  /** The raw bytes are handed over undecoded, for signed webhooks; excludes `body`. */
  rawBody?: true;
  status: 200 | 201 | 202 | 204 | 302;
  response?: z.ZodType;
  /** The content type of an answer that is not JSON. */
  produces?: string;
  /** Creating calls take an `Idempotency-Key` and answer a repetition with the first answer. */
  idempotent?: true;
  /** Answered as a response stream (Server-Sent Events). */
  stream?: true;
}

export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Parsed<S, Otherwise> = S extends z.ZodType ? z.output<S> : Otherwise;

export type ParamsOf<E extends Endpoint> = Parsed<E['params'], Record<string, never>>;
export type QueryOf<E extends Endpoint> = Parsed<E['query'], Record<string, never>>;
export type BodyOf<E extends Endpoint> = Parsed<E['body'], undefined>;
export type ResponseOf<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.input<E['response']>
  : undefined;
