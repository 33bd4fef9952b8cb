import * as z from 'zod';
import { isAppError } from '../../core/kernel/errors.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { SpentCallsStore } from '../meta/graph-budget.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const DaysKept = 2;

const Stored = z.object({
  hour: z.string().default(''),
  calls: z.int().default(0),
  toldAt: z.string().nullable().default(null),
  blockedUntil: z.string().nullable().default(null),
});

/** Global: Graph gives a budget to an account, whichever organization asks; told apart by a digest alone (CM-06). */
export function spentCallsStore(table: Table, name: string): SpentCallsStore {
  const budgetKey = (key: string): Key => ({ partition: `BUDGET#${name}#${key}`, sort: 'BUDGET' });
  return {
    async find(key) {
      const item = await table.global.get(budgetKey(key), { consistent: false });
      return item && Stored.parse(item);
    },

    async count(key, hour, limit) {
      const expiresAt = addMilliseconds(`${hour}:00:00.000Z`, DaysKept * MillisecondsPerDay);
      const begin = { set: { type: 'Budget', hour, calls: 1 }, expiresAt };
      const isAnotherHour = { any: [{ absent: 'hour' }, { not: { equals: ['hour', hour] } }] } as const;
      const hasRoom = { all: [{ equals: ['hour', hour] }, { lessThan: ['calls', limit] }] } as const;
      const counted = () => table.global.update(budgetKey(key), { add: { calls: 1 }, condition: hasRoom });
      const begun = () => table.global.update(budgetKey(key), { ...begin, condition: isAnotherHour });
      // Counted once more in the end: another function may have begun the hour in between.
      return (await succeeds(counted)) || (await succeeds(begun)) || (await succeeds(counted));
    },

    async noteUsage(key, { toldAt, blockedUntil }) {
      const expiresAt = addMilliseconds(toldAt, DaysKept * MillisecondsPerDay);
      const set = { type: 'Budget', toldAt, blockedUntil };
      await table.global.update(budgetKey(key), { set, expiresAt });
    },
  };
}

async function succeeds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isAppError(error, 'condition_failed')) return false;
    throw error;
  }
}
