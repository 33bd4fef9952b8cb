/** The shape of the one table: the stack creates it, the stores use it. docs/data-model.md says what lies where. */
export const TableSchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds after which DynamoDB deletes the item. */
  ttlAttribute: 'ttl',
  /** Lists by time within an organization. */
  inbox: { name: 'inbox', partitionKey: 'inboxPk', sortKey: 'inboxSk' },
  /** What waits for a time, over all tenants. */
  due: { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk', projected: ['dueRef'] },
} as const;
