import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type * as z from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { sha256 } from '../core/kernel/digest.ts';
import { AppError } from '../core/kernel/errors.ts';
import type { IdempotencyStore } from '../core/kernel/idempotency.ts';
import type { Clock } from '../core/kernel/time.ts';
import { type Caller, currentCaller, type Identify } from './caller.ts';
import { clock as liveClock } from './live/clock.ts';
import { idempotency as liveIdempotency } from './live/idempotency.ts';
import { identify as liveIdentify } from './live/organizations.ts';
import { logger } from './logger.ts';
import { problemResponse } from './problem-response.ts';
import { Reply, type RequestOf, type Route } from './route.ts';

interface ResourceOptions {
  idempotency?: IdempotencyStore;
  clock?: Clock;
  identify?: Identify;
}

/**
 * The Lambda handler of one API resource: finds the route that API Gateway matched, checks the caller,
 * validates, answers, and turns every failure into problem details.
 */
export function resource(routes: readonly Route[], options: ResourceOptions = {}) {
  const { idempotency = liveIdempotency, clock = liveClock, identify = liveIdentify } = options;
  const table = new Map(routes.map((entry) => [`${entry.endpoint.method} ${entry.endpoint.path}`, entry]));

  async function answer(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
    const found = table.get(`${event.httpMethod} ${event.resource}`);
    if (!found) throw new AppError('not-found', 'no_such_operation', 'There is no such operation.');
    const caller = await currentCaller(found.endpoint.access, event.requestContext.authorizer, identify);
    const request = requestOf(found.endpoint, event, caller, clock.now());
    return found.endpoint.idempotent ? once(found, request, event, idempotency) : run(found, request);
  }

  return middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .onError((request) => {
      const { requestId } = request.event.requestContext;
      logFailure(request.error, request.event);
      request.response = problemResponse(request.error, requestId);
    })
    .handler(answer);
}

function requestOf(
  endpoint: Endpoint,
  event: APIGatewayProxyEvent,
  caller: Caller,
  now: string,
): RequestOf<Endpoint> {
  if (caller.context) logger.appendKeys({ organizationId: caller.context.organizationId });
  const headers = Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return {
    ...caller,
    params: endpoint.params ? validated(endpoint.params, event.pathParameters ?? {}, 'path') : {},
    query: endpoint.query ? validated(endpoint.query, event.queryStringParameters ?? {}, 'query') : {},
    body: endpoint.body ? validated(endpoint.body, jsonOf(bytes), 'body') : undefined,
    rawBody: endpoint.rawBody ? bytes : Buffer.alloc(0),
    headers,
    cookies: cookiesOf(headers['cookie']),
    ifMatch: versionOf(headers['if-match']),
    now,
    sourceIp: event.requestContext.identity.sourceIp,
    requestId: event.requestContext.requestId,
  } as unknown as RequestOf<Endpoint>;
}

/** Only what a client sent may answer 400: a misfit anywhere else is our own fault and stays an unexpected error. */
function validated(schema: z.ZodType, value: unknown, where: 'path' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    path: [where, ...path].join('.'),
    message,
  }));
  const message = errors.map((error) => `${error.path}: ${error.message}`).join('; ');
  throw new AppError('invalid', 'invalid_request', message, { details: { errors } });
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new AppError('invalid', 'invalid_json', 'The body is not valid JSON.', { cause });
  }
}

function cookiesOf(header: string | undefined): Record<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.flatMap(([name, ...value]) => (name ? [[name, value.join('=')]] : [])));
}

function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = /^(?:W\/)?"?(\d+)"?$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) {
    throw new AppError(
      'invalid',
      'invalid_if_match',
      'If-Match takes the ETag of an earlier answer, e.g. "3".',
    );
  }
  return Number(version);
}

async function run(
  { endpoint, handle }: Route,
  request: RequestOf<Endpoint>,
): Promise<APIGatewayProxyResult> {
  const result = await handle(request);
  const given = result instanceof Reply ? result : new Reply(result, {});
  const body =
    endpoint.response && given.body !== undefined ? endpoint.response.parse(given.body) : given.body;
  return {
    statusCode: given.options.status ?? endpoint.status,
    headers: {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(body !== undefined && { 'content-type': endpoint.produces ?? 'application/json' }),
      ...etagOf(body),
      ...given.options.headers,
    },
    ...(given.options.cookies && { multiValueHeaders: { 'set-cookie': given.options.cookies } }),
    body: textOf(body, endpoint),
    ...(body instanceof Uint8Array && { isBase64Encoded: true }),
  };
}

/** API Gateway takes texts alone: a file travels to it in base64. */
function textOf(body: unknown, { produces }: Endpoint): string {
  if (body === undefined) return '';
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
  return typeof body === 'string' && produces !== undefined ? body : JSON.stringify(body);
}

function etagOf(body: unknown): { etag?: string } {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return typeof version === 'number' ? { etag: `"${version}"` } : {};
}

const LongestKey = 200;

async function once(
  found: Route,
  request: RequestOf<Endpoint>,
  event: APIGatewayProxyEvent,
  store: IdempotencyStore,
): Promise<APIGatewayProxyResult> {
  const given = request.headers['idempotency-key'];
  if (given === undefined || !request.context) return run(found, request);
  if (given === '' || given.length > LongestKey) {
    throw new AppError(
      'invalid',
      'invalid_idempotency_key',
      `An Idempotency-Key has 1 to ${LongestKey} characters.`,
    );
  }
  const key = `${found.endpoint.id}#${sha256(given)}`;
  const digest = sha256(`${event.path}\n${event.body ?? ''}`);
  const started = await store.start(request.context, key, digest, request.now);
  if (started.kind === 'answered') return remembered(started.answer);
  if (started.kind === 'reused') {
    throw new AppError(
      'conflict',
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request.',
    );
  }
  if (started.kind === 'running') {
    throw new AppError(
      'conflict',
      'still_running',
      'The first call with this Idempotency-Key is still running.',
      {
        details: { retryAfterSeconds: 2 },
      },
    );
  }
  return runRemembered(found, request, store, key);
}

async function runRemembered(
  found: Route,
  request: RequestOf<Endpoint>,
  store: IdempotencyStore,
  key: string,
) {
  const context = request.context;
  if (!context) return run(found, request);
  const result = await run(found, request).catch(async (error: unknown) => {
    await store.abandon(context, key);
    throw error;
  });
  await store.finish(context, key, { status: result.statusCode, body: result.body });
  return result;
}

function remembered(answer: { status: number; body: string }): APIGatewayProxyResult {
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'idempotency-replayed': 'true',
  };
  return { statusCode: answer.status, headers, body: answer.body };
}

function logFailure(error: Error | null | undefined, event: APIGatewayProxyEvent): void {
  const operation = `${event.httpMethod} ${event.resource}`;
  if (error instanceof AppError && error.kind !== 'unavailable') {
    logger.info('Refused', { operation, kind: error.kind, code: error.code });
  } else {
    logger.error('Failed', { operation, error: error ?? new Error('unknown') });
  }
}
