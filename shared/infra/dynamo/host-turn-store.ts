import type { HostTurns } from '../../core/coverage/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const keyOf = (host: string): Key => ({ partition: `HOST#${host}`, sort: 'TURN' });

/** Whose turn it is to ask a host that wants one question at a time: a global store, as the host is everybody's. */
export function hostTurnStore(table: Table): HostTurns {
  return {
    async take(host, now, until) {
      const isFree = { any: [{ absent: 'pk' }, { atMost: ['busyUntil', now] }] } as const;
      try {
        const item = { type: 'HostTurn', busyUntil: until };
        await table.global.put(keyOf(host), item, { expiresAt: until, condition: isFree });
        return true;
      } catch (error) {
        if (isAppError(error, 'condition_failed')) return false;
        throw error;
      }
    },

    async giveBack(host) {
      await table.global.delete(keyOf(host));
    },
  };
}
