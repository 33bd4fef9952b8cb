import * as z from 'zod';
import { isAppError } from '../../core/kernel/errors.ts';
import type { IdempotencyStart, IdempotencyStore } from '../../core/kernel/idempotency.ts';
import { addMilliseconds, addSeconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Table } from './table.ts';

const Row = z.object({
  requestDigest: z.string(),
  /** After this the call that took the key has certainly ended (API Gateway waits 29 s), and it may be taken over. */
  runningUntil: z.string(),
  answer: z.object({ status: z.int(), body: z.string() }).optional(),
});

const RunningSeconds = 60;

export function idempotencyStore(table: Table): IdempotencyStore {
  const keyOf = (key: string) => ({ partition: 'IDEMPOTENCY', sort: key });
  return {
    async start(context, key, requestDigest, now) {
      try {
        await table.tenant(context).put(
          keyOf(key),
          { type: 'IdempotencyKey', requestDigest, runningUntil: addSeconds(now, RunningSeconds) },
          {
            expiresAt: addMilliseconds(now, MillisecondsPerDay),
            condition: {
              any: [{ absent: 'pk' }, { all: [{ absent: 'answer' }, { lessThan: ['runningUntil', now] }] }],
            },
          },
        );
        return { kind: 'first' };
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        return known(Row.parse(error.details['item']), requestDigest);
      }
    },
    async finish(context, key, answer) {
      await table.tenant(context).update(keyOf(key), { set: { answer } });
    },
    async abandon(context, key) {
      await table
        .tenant(context)
        .delete(keyOf(key), { condition: { absent: 'answer' } })
        .catch((error: unknown) => {
          if (!isAppError(error, 'condition_failed')) throw error;
        });
    },
  };
}

function known(row: z.infer<typeof Row>, requestDigest: string): IdempotencyStart {
  if (row.requestDigest !== requestDigest) return { kind: 'reused' };
  return row.answer ? { kind: 'answered', answer: row.answer } : { kind: 'running' };
}
