import { isAppError } from '../../core/kernel/errors.ts';
import { addSeconds } from '../../core/kernel/time.ts';
import type { CallLedger } from '../tiktok/tiktok-budget.ts';
import type { Table } from './table.ts';

const KeptSeconds = 600;

/** Global: a provider counts the calls of its app, whichever organization they are for (CM-06). */
export function callLedgerStore(table: Table, name: string): CallLedger {
  return {
    async take(minute, counted, limit) {
      try {
        await table.global.update(
          { partition: `BUDGET#${name}#${minute}`, sort: counted },
          {
            set: { type: 'Budget' },
            add: { calls: 1 },
            expiresAt: addSeconds(minute, KeptSeconds),
            condition: { any: [{ absent: 'calls' }, { lessThan: ['calls', limit] }] },
          },
        );
        return true;
      } catch (error) {
        if (isAppError(error, 'condition_failed')) return false;
        throw error;
      }
    },
  };
}
