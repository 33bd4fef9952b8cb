import * as z from 'zod';
import type { DataDeletionStore } from '../../core/accounts/authorizing-person.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** Whoever asked can look it up for as long. */
const DaysKept = 400;

const StoredRequest = z.object({ requestedAt: z.string() });
const StoredPart = z.object({ accountId: z.string(), erasedAt: z.string() });

const partitionOf = (confirmationCode: string): string => `DELETION#${confirmationCode}`;
const requestKey = (code: string): Key => ({ partition: partitionOf(code), sort: 'REQUEST' });
const erasedKey = (code: string, accountId: string): Key => ({
  partition: partitionOf(code),
  sort: `ERASED#${accountId}`,
});

const keptUntil = (now: Instant): Instant => addMilliseconds(now, DaysKept * MillisecondsPerDay);

/** Global: whoever asks how a deletion stands has its code and no account. */
export function dataDeletionStore(table: Table): DataDeletionStore {
  return {
    async save({ confirmationCode, requestedAt, accounts }) {
      const accountIds = accounts.map(({ accountId }) => accountId);
      const item = { type: 'DataDeletion', requestedAt, accountIds };
      await table.global.put(requestKey(confirmationCode), item, { expiresAt: keptUntil(requestedAt) });
    },
    async find(confirmationCode) {
      const items = await Array.fromAsync(
        table.global.all({ partition: partitionOf(confirmationCode), consistent: true }),
      );
      const request = items.find((item) => item['type'] === 'DataDeletion');
      if (!request) return undefined;
      const { requestedAt } = StoredRequest.parse(request);
      const erased = new Map(
        items
          .filter((item) => item['type'] === 'ErasedAccount')
          .map((item) => StoredPart.parse(item))
          .map(({ accountId, erasedAt }) => [accountId, erasedAt]),
      );
      const accountIds = z.array(z.string()).parse(request['accountIds']);
      const accounts = accountIds.map((accountId) => ({
        accountId,
        erasedAt: erased.get(accountId) ?? null,
      }));
      return { confirmationCode, requestedAt, accounts };
    },
    async noteErased(confirmationCode, accountId, now) {
      const item = { type: 'ErasedAccount', accountId, erasedAt: now };
      await table.global.put(erasedKey(confirmationCode, accountId), item, { expiresAt: keptUntil(now) });
    },
  };
}
