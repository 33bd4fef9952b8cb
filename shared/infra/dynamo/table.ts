import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Page, PageRequest } from '../../core/kernel/page.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Instant } from '../../core/kernel/time.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { withTableErrors } from './errors.ts';
import type { Condition } from './expression.ts';
import { DueIndex, type Key, KeyAttributes, ownerOfPartition, tenantPartition } from './keys.ts';
import {
  type Item,
  type ListQuery,
  type Put,
  TableRequests,
  type Update,
  type Write,
} from './table-requests.ts';

export interface ItemPage extends Page<Item> {
  /** The sort key that each item has in the table, in the same order. */
  keys: readonly string[];
  /** The sort key by which each item is listed: that of the index, where one is read. */
  sortKeys: readonly string[];
  /** The sort key up to which the list was read; absent at its end. */
  readUntil?: string | undefined;
}

/** One page of a filtered list reads at most this many megabytes before it answers with what it has. */
const MostPagesRead = 4;
const BatchGetLimit = 100;

export interface TableOptions {
  client: DynamoDBDocumentClient;
  tableName: string;
  /** Signs cursors; read only when a cursor is made or used. */
  signingKey: () => Promise<string>;
}

/** The items of one owner: a tenant, or one of the global stores. Every key it sends begins with that owner's prefix. */
export class Items {
  readonly #options: TableOptions;
  readonly #owner: string;
  readonly #requests: TableRequests;

  constructor(options: TableOptions, owner: string, partitionOf: (partition: string) => string) {
    this.#options = options;
    this.#owner = owner;
    this.#requests = new TableRequests(options.tableName, partitionOf);
  }

  /** Reads one item; consistent unless told otherwise, as guards must never decide on an old copy. */
  async get(key: Key, options: { consistent?: boolean } = {}): Promise<Item | undefined> {
    const { Item: found } = await this.#send(
      new GetCommand({
        TableName: this.#options.tableName,
        Key: this.#requests.primary(key),
        ConsistentRead: options.consistent ?? true,
      }),
    );
    return found && withoutKeys(found);
  }

  /** Reads many items, in no particular order; missing ones are left out. */
  async getMany(keys: readonly Key[]): Promise<Item[]> {
    const items: Item[] = [];
    const { tableName } = this.#options;
    for (let start = 0; start < keys.length; start += BatchGetLimit) {
      let pending: Record<string, string>[] = keys
        .slice(start, start + BatchGetLimit)
        .map((key) => this.#requests.primary(key));
      while (pending.length > 0) {
        const answer = await this.#send(
          new BatchGetCommand({ RequestItems: { [tableName]: { Keys: pending, ConsistentRead: true } } }),
        );
        items.push(...(answer.Responses?.[tableName] ?? []).map(withoutKeys));
        pending = (answer.UnprocessedKeys?.[tableName]?.Keys ?? []) as Record<string, string>[];
      }
    }
    return items;
  }

  /** Writes a whole item. @throws conflict `condition_failed`, with the old item in `details.item`. */
  async put(key: Key, item: Item, options: Omit<Put, 'key' | 'item'> = {}): Promise<void> {
    await this.#send(
      new PutCommand({
        ...this.#requests.put({ key, item, ...options }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  }

  /** Changes attributes of an item and returns it as it is then. @throws conflict `condition_failed`. */
  async update(key: Key, changes: Omit<Update, 'key'>): Promise<Item> {
    const { Attributes } = await this.#send(
      new UpdateCommand({
        ...this.#requests.update({ key, ...changes }),
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return withoutKeys(Attributes ?? {});
  }

  /** Like `update` for whoever does not ask what the item is then: it is neither sent nor read. */
  async change(key: Key, changes: Omit<Update, 'key'>): Promise<void> {
    await this.#send(new UpdateCommand(this.#requests.update({ key, ...changes })));
  }

  async delete(key: Key, options: { condition?: Condition } = {}): Promise<void> {
    await this.#send(new DeleteCommand(this.#requests.delete({ key, ...options })));
  }

  /**
   * All writes or none. @throws conflict `transaction_condition_failed` with the positions of the failed conditions
   * in `details.failed`; unavailable when another transaction was in the way.
   */
  async transact(writes: readonly Write[], options: { token?: string } = {}): Promise<void> {
    await this.#send(
      new TransactWriteCommand({
        TransactItems: writes.map((write) => this.#requests.write(write)),
        ...(options.token && { ClientRequestToken: options.token }),
      }),
    );
  }

  /** One page of a list. A filtered page stops reading after 4 MB and then carries a cursor even when it is short. */
  async page(query: ListQuery, request: PageRequest): Promise<ItemPage> {
    const scope = `${this.#owner}|${query.scope}`;
    let startKey = request.cursor && decodeCursor(await this.#options.signingKey(), scope, request.cursor);
    const found: Item[] = [];
    for (let read = 0; read < MostPagesRead; read += 1) {
      const answer = await this.#query(
        query,
        query.filter ? undefined : request.limit - found.length,
        startKey,
      );
      found.push(...(answer.Items ?? []));
      startKey = answer.LastEvaluatedKey;
      if (found.length >= request.limit || !startKey) break;
    }
    const items = found.slice(0, request.limit);
    const sortAttribute = query.index ? 'inboxSk' : 'sk';
    const last = items.at(-1);
    const next = found.length > request.limit && last ? positionOf(last, query.index) : startKey;
    return {
      items: items.map(withoutKeys),
      keys: items.map(({ sk }) => String(sk)),
      sortKeys: items.map((item) => String(item[sortAttribute])),
      ...(next && {
        cursor: encodeCursor(await this.#options.signingKey(), scope, next as Record<string, string>),
        readUntil: String(next[sortAttribute]),
      }),
    };
  }

  /** All items of a partition in the order of their keys, read page by page as they are consumed. */
  async *all(query: Omit<ListQuery, 'scope'>): AsyncGenerator<Item> {
    for await (const item of this.#listed(query)) yield dropKeys(item);
  }

  /** The sort key that each item of a list has in the table, read page by page as they are consumed. */
  async *keys(query: Omit<ListQuery, 'scope'>): AsyncGenerator<string> {
    for await (const { sk } of this.#listed(query)) yield String(sk);
  }

  async *#listed(query: Omit<ListQuery, 'scope'>): AsyncGenerator<Item> {
    let startKey: Record<string, unknown> | undefined;
    do {
      const answer = await this.#query({ ...query, scope: 'all' }, undefined, startKey);
      yield* answer.Items ?? [];
      startKey = answer.LastEvaluatedKey;
    } while (startKey);
  }

  /** Whether a list has any item at all, for the price of one. */
  async hasAny(query: Omit<ListQuery, 'scope'>): Promise<boolean> {
    const answer = await this.#query({ ...query, scope: 'any' }, 1, undefined);
    return (answer.Items ?? []).length > 0;
  }

  #query(...parts: Parameters<TableRequests['query']>) {
    return this.#send(new QueryCommand(this.#requests.query(...parts)));
  }

  readonly #send: DynamoDBDocumentClient['send'] = ((command: never) =>
    withTableErrors(() => this.#options.client.send(command))) as DynamoDBDocumentClient['send'];
}

export class Table {
  /** Items that belong to no tenant: used by the closed list of global stores alone (docs/data-model.md). */
  readonly global: Items;
  readonly #options: TableOptions;

  constructor(options: TableOptions) {
    this.#options = options;
    this.global = new Items(options, 'global', (partition) => partition);
  }

  /** The only way to a tenant's items: every key is prefixed with the organization of the context. */
  tenant(context: TenantContext): Items {
    const { organizationId } = context;
    return new Items(this.#options, organizationId, (partition) =>
      tenantPartition(organizationId, partition),
    );
  }

  /** What is due in one partition of the due index, the earliest first. */
  async *due(
    partition: string,
    until: Instant,
  ): AsyncGenerator<{ ref: string; pk: string; sk: string; wakeAt: Instant }> {
    let startKey: Record<string, unknown> | undefined;
    do {
      const answer = await withTableErrors(() =>
        this.#options.client.send(
          new QueryCommand({
            TableName: this.#options.tableName,
            IndexName: DueIndex,
            KeyConditionExpression: 'duePk = :partition AND dueSk <= :until',
            ExpressionAttributeValues: { ':partition': partition, ':until': `${until}~` },
            ...(startKey && { ExclusiveStartKey: startKey }),
          }),
        ),
      );
      for (const item of answer.Items ?? []) {
        const [pk, sk] = [String(item['pk']), String(item['sk'])];
        const [wakeAt = '', ...ref] = String(item['dueSk']).split('#');
        const ownKey = `${ownerOfPartition(pk)?.organizationId}#${sk}`;
        yield { ref: ref.length > 0 ? ref.join('#') : ownKey, pk, sk, wakeAt };
      }
      startKey = answer.LastEvaluatedKey;
    } while (startKey);
  }
}

function withoutKeys(item: Item): Item {
  return dropKeys({ ...item });
}

/** For whoever reads much: items of hundreds of attributes are not copied. */
function dropKeys(item: Item): Item {
  for (const attribute of KeyAttributes) delete item[attribute];
  return item;
}

/** The position after an item, in the form that DynamoDB expects for the table or its inbox index. */
function positionOf(item: Item, index: 'inbox' | undefined): Record<string, string> {
  const attributes = index ? ['pk', 'sk', 'inboxPk', 'inboxSk'] : ['pk', 'sk'];
  return Object.fromEntries(attributes.map((attribute) => [attribute, String(item[attribute])]));
}
