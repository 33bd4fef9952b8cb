import type * as z from 'zod';
import type { Endpoint } from '../../../shared/contract/endpoint.ts';

/**
 * What the console needs of an endpoint at run time. The contract's own definition would bring zod and all schemas
 * into the bundle, so method and path are repeated, and the compiler checks them against the contract.
 */
export interface Operation<E extends Endpoint> {
  readonly method: E['method'];
  readonly path: E['path'];
  /** Whether a repetition is answered with the first answer, so that each call carries an `Idempotency-Key`. */
  readonly idempotent: E extends { idempotent: true } ? true : false;
}

/** Binds a method and a path to their endpoint, e.g. `operation<typeof contract.ListRules>('GET', '/v1/rules', false)`. */
export function operation<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  idempotent: Operation<E>['idempotent'],
): Operation<E> {
  return { method, path, idempotent };
}

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined;

/** Query values as a caller gives them: the schema coerces text, the console writes numbers and booleans. */
type QueryInputOf<S> = S extends z.ZodType
  ? { [K in keyof z.input<S>]?: unknown extends z.input<S>[K] ? number | string : z.input<S>[K] }
  : undefined;

type Present<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a call of an endpoint has to bring: exactly the parts that its contract names. */
export type Arguments<E extends Endpoint> = Present<{
  params: InputOf<E['params']>;
  body: InputOf<E['body']>;
}> & {
  query?: QueryInputOf<E['query']>;
  /** The version that the person saw; the update is refused when somebody else was faster. */
  ifMatch?: number | undefined;
  signal?: AbortSignal | undefined;
};

/** What an endpoint answers, as its schema describes it. */
export type Answer<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : undefined;
