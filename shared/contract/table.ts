/** The shape of the one table: the stack creates it, the stores use it. docs/data-model.md says what lies where. */
export const TableSchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds after which DynamoDB deletes the item. */
  ttlAttribute: 'ttl',
  /** Lists by time within an organization; carries what lists show and are narrowed down by, and nothing else. */
  inbox: {
    name: 'inbox',
    partitionKey: 'inboxPk',
    sortKey: 'inboxSk',
    projected: ['summary', 'searchText'],
  },
  /** What waits for a time, over all tenants; its keys say all that is to know. */
  due: { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' },
} as const;
