import type { AccountChanges, AccountStore } from '../../core/accounts/ports.ts';
import { SocialAccount } from '../../core/accounts/social-account.ts';
import { tenantRef } from '../../core/kernel/due.ts';
import { AppError, isAppError, notFound } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Condition } from './expression.ts';
import type { DueEntry, Key } from './keys.ts';
import type { Table } from './table.ts';
import { tokenItem, tokenKey } from './token-vault.ts';

const SortPrefix = 'ACCOUNT#';
const accountKey = (accountId: string): Key => ({ partition: '', sort: `${SortPrefix}${accountId}` });

export function accountStore(table: Table): AccountStore {
  return {
    async connect(context, account, sealedToken) {
      const { accountId, nextAt } = account;
      await table.tenant(context).transact([
        {
          put: {
            key: accountKey(accountId),
            item: { type: 'SocialAccount', ...account },
            due: dueEntry(context, accountId, nextAt) ?? undefined,
          },
        },
        { put: { key: tokenKey(accountId), item: tokenItem(accountId, sealedToken) } },
      ]);
    },

    async find(context, accountId) {
      const item = await table.tenant(context).get(accountKey(accountId));
      return item && SocialAccount.parse(item);
    },

    async page(context, request) {
      const query = { partition: '', sortPrefix: SortPrefix, scope: 'accounts' };
      const { items, cursor } = await table.tenant(context).page(query, request);
      return { items: items.map((item) => SocialAccount.parse(item)), cursor };
    },

    async update(context, accountId, changes, ifMatch) {
      const condition: Condition =
        ifMatch === undefined ? { present: 'pk' } : { equals: ['version', ifMatch] };
      try {
        const item = await table.tenant(context).update(accountKey(accountId), {
          ...writeOf(context, accountId, changes),
          add: { version: 1 },
          condition,
        });
        return SocialAccount.parse(item);
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        if (!('item' in error.details)) throw notFound('The account');
        const message = 'Somebody changed this account meanwhile. Reload and try again.';
        throw new AppError('precondition', 'version_mismatch', message, { cause: error });
      }
    },

    async note(context, accountId, changes) {
      const condition: Condition = { equals: ['status', 'active'] };
      try {
        await table
          .tenant(context)
          .update(accountKey(accountId), { ...writeOf(context, accountId, changes), condition });
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
      }
    },
  };
}

/** Without `nextAt` among the changes the account stays in the due index where it is. */
function writeOf(context: TenantContext, accountId: string, changes: AccountChanges) {
  const { nextAt } = changes;
  return { set: { ...changes }, ...(nextAt !== undefined && { due: dueEntry(context, accountId, nextAt) }) };
}

function dueEntry(context: TenantContext, accountId: string, nextAt: string | null): DueEntry | null {
  return nextAt === null
    ? null
    : { kind: 'sync', ref: tenantRef(context.organizationId, accountId), wakeAt: nextAt };
}
