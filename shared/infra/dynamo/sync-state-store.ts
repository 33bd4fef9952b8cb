import { SyncState, type SyncStateStore } from '../../core/accounts/sync-state.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const stateKey = (accountId: string): Key => ({ partition: '', sort: `SYNC#${accountId}` });

export function syncStateStore(table: Table): SyncStateStore {
  return {
    async lease({ context, accountId, token, now, until }) {
      const isFree = { any: [{ absent: 'leaseUntil' }, { atMost: ['leaseUntil', now] }] } as const;
      try {
        const item = await table.tenant(context).update(stateKey(accountId), {
          set: { type: 'SyncState', accountId, lease: { token, until }, leaseUntil: until },
          setIfAbsent: { watermark: null, lastFullAt: null, failures: 0, run: null },
          condition: isFree,
        });
        return SyncState.parse(item);
      } catch (error) {
        if (isAppError(error, 'condition_failed')) return undefined;
        throw error;
      }
    },
    async save(context, state, token) {
      const item = { type: 'SyncState', ...state, ...(state.lease && { leaseUntil: state.lease.until }) };
      await table
        .tenant(context)
        .put(stateKey(state.accountId), item, { condition: { equals: ['lease.token', token] } });
    },
  };
}
