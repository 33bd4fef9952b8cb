import type { AccountErasure } from '../../core/accounts/authorizing-person.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import { interactionKey } from './interaction-row.ts';
import type { Key } from './keys.ts';
import type { Item, ListQuery, Table, Write } from './table.ts';

/** As many as one transaction takes, with room for what hangs on an item. */
const ItemsAtOnce = 40;

type Found = (item: Item) => Key[];

interface Kind {
  list: Omit<ListQuery, 'scope'>;
  keysOf: Found;
}

/** What is stored of an account in lists of its organization; the counts in rollups name nobody and stay. */
function kindsOf(accountId: string): Kind[] {
  const ofAccount = { equals: ['accountId', accountId] } as const;
  return [
    {
      list: {
        partition: 'INBOX',
        index: 'inbox',
        filter: { equals: ['summary.accountId', accountId] },
      },
      keysOf: (item) => [interactionKey(summaryText(item, 'interactionId'))],
    },
    {
      list: { partition: 'CONVERSATION', filter: ofAccount },
      keysOf: (item) => [{ partition: 'CONVERSATION', sort: String(item['conversationId']) }],
    },
    {
      list: { partition: 'EXEC', filter: ofAccount },
      keysOf: (item) => [{ partition: 'EXEC', sort: String(item['executionId']) }],
    },
    {
      list: { partition: 'CONTENT', filter: ofAccount },
      keysOf: (item) => [{ partition: 'CONTENT', sort: String(item['contentId']) }],
    },
  ];
}

function summaryText({ summary }: Item, field: string): string {
  return String((summary as Record<string, unknown>)[field]);
}

/** Erases in small steps; each looks anew, so that what a late worker wrote meanwhile goes as well. */
export function accountErasure(table: Table): AccountErasure {
  return {
    async eraseSome(context, accountId) {
      for (const { list, keysOf } of kindsOf(accountId)) {
        const keys: Key[] = [];
        for await (const item of table.tenant(context).all(list)) {
          keys.push(...keysOf(item));
          keys.push(...(await hangingOn(table, context, item)));
          if (keys.length >= ItemsAtOnce) break;
        }
        if (keys.length === 0) continue;
        await eraseKeys(table, context, keys);
        return false;
      }
      await eraseKeys(
        table,
        context,
        ['SYNC', 'TOKEN', 'ACCOUNT'].map((kind) => ({ partition: '', sort: `${kind}#${accountId}` })),
      );
      return true;
    },
  };
}

/** What lies in a partition of its own for an item: samples of a post, places of messages. */
async function hangingOn(table: Table, context: TenantContext, item: Item): Promise<Key[]> {
  const { type, contentId, conversationId } = item;
  if (type !== 'Content' && type !== 'Conversation') return [];
  const partition =
    type === 'Content' ? `CONTENT#${String(contentId)}` : `CONVERSATION#${String(conversationId)}`;
  const items = await Array.fromAsync(table.tenant(context).all({ partition }));
  return items.map(({ type: kind, day, sentAt, messageId }) => {
    if (kind === 'Message') return { partition, sort: `${String(sentAt)}#${String(messageId)}` };
    return { partition, sort: kind === 'ContentStatistics' ? `STATISTICS#${String(day)}` : 'LEDGER' };
  });
}

async function eraseKeys(table: Table, context: TenantContext, keys: readonly Key[]): Promise<void> {
  for (let start = 0; start < keys.length; start += ItemsAtOnce) {
    const writes = keys.slice(start, start + ItemsAtOnce).map((key): Write => ({ delete: { key } }));
    await table.tenant(context).transact(writes);
  }
}
