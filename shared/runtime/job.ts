import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import type { Clock } from '../core/kernel/time.ts';
import type { Tools } from './consumer.ts';
import { clock as liveClock } from './live/clock.ts';
import { logger } from './logger.ts';

/** Work that a schedule wakes; its payload is the schema that the schedule's construct was given, too. */
export function job<S extends z.ZodType, R>(
  schema: S,
  work: (payload: z.output<S>, tools: Tools) => Promise<R>,
  { clock = liveClock }: { clock?: Clock } = {},
) {
  return middy<unknown, R, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event: unknown, context: Context) => {
      const result = await work(schema.parse(event), {
        now: clock.now(),
        remainingMilliseconds: () => context.getRemainingTimeInMillis(),
      });
      logger.info('Job done', { result });
      return result;
    });
}
