import { isAppError } from '../../core/kernel/errors.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Day } from '../../core/kernel/zoned-time.ts';
import type { QuotaLedger } from '../google/youtube-quota.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** Spent days are kept for a week, to be looked at. */
const KeptDays = 7;

const quotaKey = (name: string, day: Day): Key => ({ partition: `BUDGET#${name}#${day}`, sort: 'BUDGET' });

/** Global: a provider counts what its app spends, whichever organization it is for (CM-06). */
export function quotaStore(table: Table, name: string): QuotaLedger {
  return {
    async take(day, units, limit) {
      try {
        await table.global.update(quotaKey(name, day), {
          set: { type: 'Budget' },
          add: { usedUnits: units },
          expiresAt: endOf(day),
          condition: { any: [{ absent: 'usedUnits' }, { atMost: ['usedUnits', limit - units] }] },
        });
        return true;
      } catch (error) {
        if (isAppError(error, 'condition_failed')) return false;
        throw error;
      }
    },

    async close(day, units) {
      await table.global.update(quotaKey(name, day), {
        set: { type: 'Budget', usedUnits: units },
        expiresAt: endOf(day),
      });
    },
  };
}

function endOf(day: Day): string {
  return addMilliseconds(`${day}T00:00:00.000Z`, KeptDays * MillisecondsPerDay);
}
