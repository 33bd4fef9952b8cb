import { Readable } from 'node:stream';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { executionModeStreamifyResponse } from '@middy/core/StreamifyResponse';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import type { Endpoint } from '../contract/endpoint.ts';
import type { TenantContext } from '../core/kernel/tenant-context.ts';
import { addMilliseconds, type Clock, type Instant } from '../core/kernel/time.ts';
import { currentCaller, type Identify } from './caller.ts';
import { clock as liveClock } from './live/clock.ts';
import { identify as liveIdentify } from './live/organizations.ts';
import { logger } from './logger.ts';
import { problemResponse } from './problem-response.ts';

export interface StreamRequest {
  context: TenantContext;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  query: Record<string, string | undefined>;
  /** The stream has to end by itself before then. */
  endsAt: Instant;
}

/** Time for the last frames to reach the client before Lambda ends the function. */
const ClosingMilliseconds = 5_000;

interface StreamOptions {
  clock?: Clock;
  identify?: Identify;
}

/** A function whose answer is a stream of texts, sent as they come (API Gateway's response streaming). */
export function stream(
  endpoint: Endpoint,
  open: (request: StreamRequest) => AsyncIterable<string>,
  { clock = liveClock, identify = liveIdentify }: StreamOptions = {},
) {
  return middy<APIGatewayProxyEvent, unknown, Error, Context>({
    executionMode: executionModeStreamifyResponse,
  })
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .onError((request) => {
      const { error } = request;
      logger.info('Stream refused', { operation: endpoint.id, error: error ?? new Error('unknown') });
      request.response = problemResponse(error, request.event.requestContext.requestId);
    })
    .handler(async (event: APIGatewayProxyEvent, context: Context) => {
      const remaining = Math.max(0, context.getRemainingTimeInMillis() - ClosingMilliseconds);
      const texts = open({
        context: await tenantOf(endpoint, event, identify),
        headers: lowerCased(event.headers),
        query: event.queryStringParameters ?? {},
        endsAt: addMilliseconds(clock.now(), remaining),
      });
      return {
        statusCode: endpoint.status,
        headers: {
          'content-type': endpoint.produces ?? 'text/plain; charset=utf-8',
          'cache-control': 'no-store, no-transform',
          'x-content-type-options': 'nosniff',
          // Proxies on the way must not collect the stream before they hand it on.
          'x-accel-buffering': 'no',
        },
        body: Readable.from(texts, { objectMode: false }),
      };
    });
}

async function tenantOf(
  endpoint: Endpoint,
  event: APIGatewayProxyEvent,
  identify: Identify,
): Promise<TenantContext> {
  const { context } = await currentCaller(endpoint.access, event.requestContext.authorizer, identify);
  if (!context) throw new TypeError(`${endpoint.id} streams to nobody: give it an access of a role.`);
  return context;
}

function lowerCased(headers: Record<string, string | undefined> | null): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
