import { TableSchema } from '../../contract/table.ts';
import { AppError } from '../../core/kernel/errors.ts';
import { epochSeconds, type Instant } from '../../core/kernel/time.ts';
import {
  type Changes,
  type Condition,
  conditionExpression,
  Placeholders,
  updateExpression,
} from './expression.ts';
import { InboxIndex, type IndexEntries, indexAttributes, type Key } from './keys.ts';

/** An item as a store wrote it, without the key and index attributes. */
export type Item = Record<string, unknown>;

export interface Put extends IndexEntries {
  key: Key;
  item: Item;
  expiresAt?: Instant | undefined;
  condition?: Condition | undefined;
}

export interface Update extends Changes {
  key: Key;
  /** `null` takes the item out of the index. */
  inbox?: Key | null | undefined;
  due?: IndexEntries['due'] | null;
  expiresAt?: Instant | null | undefined;
  condition?: Condition | undefined;
}

export interface Delete {
  key: Key;
  condition?: Condition | undefined;
}

export type Write = { put: Put } | { update: Update } | { delete: Delete } | { check: Required<Delete> };

export interface ListQuery {
  partition: string;
  index?: 'inbox' | undefined;
  sortPrefix?: string | undefined;
  sortBetween?: readonly [from: string, to: string] | undefined;
  newestFirst?: boolean | undefined;
  /** Applied after reading; a page may then cost more than it returns. */
  filter?: Condition | undefined;
  /** Names the list, so that a cursor of one list is refused by another. */
  scope: string;
  consistent?: boolean | undefined;
}

/** DynamoDB's limits. */
const MostHashBytes = 2_048;
const MostSortBytes = 1_024;
/** No character takes more. */
const MostBytesOfCharacter = 3;

function assertKey(key: string, mostBytes: number): void {
  const mayBeTooLong = key.length * MostBytesOfCharacter > mostBytes;
  if (key !== '' && !(mayBeTooLong && Buffer.byteLength(key) > mostBytes)) return;
  throw new AppError('invalid', 'invalid_id', 'An id is empty, or longer than any that there is.');
}

/** What is sent to DynamoDB for the items of one owner: every key begins with that owner's prefix. */
export class TableRequests {
  readonly #tableName: string;
  readonly #partitionOf: (partition: string) => string;

  constructor(tableName: string, partitionOf: (partition: string) => string) {
    this.#tableName = tableName;
    this.#partitionOf = partitionOf;
  }

  /** One page of a list, from where the last one ended. */
  query(query: ListQuery, limit: number | undefined, startKey: Record<string, unknown> | '' | undefined) {
    const to = new Placeholders();
    const [pk, sk] = query.index ? ['inboxPk', 'inboxSk'] : ['pk', 'sk'];
    const conditions: string[] = [`${to.path(pk)} = ${to.value(this.#hash(query.partition))}`];
    if (query.sortPrefix) conditions.push(`begins_with(${to.path(sk)}, ${to.value(query.sortPrefix)})`);
    if (query.sortBetween) {
      const [from, until] = query.sortBetween;
      conditions.push(`${to.path(sk)} BETWEEN ${to.value(from)} AND ${to.value(until)}`);
    }
    const filter = query.filter && conditionExpression(query.filter, to);
    return {
      TableName: this.#tableName,
      KeyConditionExpression: conditions.join(' AND '),
      ScanIndexForward: !query.newestFirst,
      ...(query.index && { IndexName: InboxIndex }),
      ...(query.consistent && { ConsistentRead: true }),
      ...(filter && { FilterExpression: filter }),
      ...(limit !== undefined && { Limit: limit }),
      ...(startKey && { ExclusiveStartKey: startKey }),
      ...to.attributes(),
    };
  }

  write(write: Write) {
    if ('put' in write) return { Put: this.put(write.put) };
    if ('update' in write) return { Update: this.update(write.update) };
    if ('delete' in write) return { Delete: this.delete(write.delete) };
    const to = new Placeholders();
    const expression = conditionExpression(write.check.condition as Condition, to);
    return {
      ConditionCheck: {
        TableName: this.#tableName,
        Key: this.primary(write.check.key),
        ConditionExpression: expression,
        ...to.attributes(),
      },
    };
  }

  put(put: Put) {
    const to = new Placeholders();
    const condition = put.condition && conditionExpression(put.condition, to);
    return {
      TableName: this.#tableName,
      Item: {
        ...put.item,
        ...this.primary(put.key),
        ...indexAttributes(put, this.#partitionOf),
        ...(put.expiresAt && { [TableSchema.ttlAttribute]: epochSeconds(put.expiresAt) }),
      },
      ...(condition && { ConditionExpression: condition }),
      ...to.attributes(),
    };
  }

  update(update: Update) {
    const to = new Placeholders();
    const remove = [...(update.remove ?? [])];
    if (update.inbox === null) remove.push('inboxPk', 'inboxSk');
    if (update.due === null) remove.push('duePk', 'dueSk');
    if (update.expiresAt === null) remove.push(TableSchema.ttlAttribute);
    const entries: IndexEntries = { inbox: update.inbox ?? undefined, due: update.due ?? undefined };
    const expression = updateExpression(
      {
        ...update,
        set: {
          ...update.set,
          ...indexAttributes(entries, this.#partitionOf),
          ...(update.expiresAt && { [TableSchema.ttlAttribute]: epochSeconds(update.expiresAt) }),
        },
        remove,
      },
      to,
    );
    if (!expression) throw new TypeError('An update that changes nothing is a mistake of its caller.');
    const condition = update.condition && conditionExpression(update.condition, to);
    return {
      TableName: this.#tableName,
      Key: this.primary(update.key),
      UpdateExpression: expression,
      ...(condition && { ConditionExpression: condition }),
      ...to.attributes(),
    };
  }

  delete(deletion: Delete) {
    const to = new Placeholders();
    const condition = deletion.condition && conditionExpression(deletion.condition, to);
    return {
      TableName: this.#tableName,
      Key: this.primary(deletion.key),
      ...(condition && { ConditionExpression: condition }),
      ...to.attributes(),
    };
  }

  /** @throws AppError invalid `invalid_id` for what cannot be a key, as ids come from clients. */
  primary(key: Key) {
    assertKey(key.sort, MostSortBytes);
    return { pk: this.#hash(key.partition), sk: key.sort };
  }

  #hash(partition: string): string {
    const hash = this.#partitionOf(partition);
    assertKey(hash, MostHashBytes);
    return hash;
  }
}
