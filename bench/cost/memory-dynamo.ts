import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { holds } from './expressions.ts';
import { itemSize, type MarshalledItem } from './item-size.ts';
import type { Ledger } from './ledger.ts';
import { readUnitsOf, unitsOfRefusal, unitsOfWrite } from './units.ts';
import { deleteOf, keyOf, putOf, transactWriteOf, updateOf, type Write } from './write-requests.ts';

type Document = Record<string, unknown>;

/** An item before and after a write, for whoever follows the stream. */
export interface StoredChange {
  pk: string;
  sk: string;
  before: MarshalledItem | undefined;
  after: MarshalledItem | undefined;
}

/**
 * The parts of DynamoDB that the conversation pipeline uses, in memory, with conditions and transactions, and with the
 * units that each request consumes. What it answers and counts is compared with the embedded database (`embedded-check.ts`).
 */
export class MemoryDynamo {
  readonly #partitions = new Map<string, Map<string, MarshalledItem>>();
  readonly #ledger: Ledger;
  readonly #changed: (change: StoredChange) => void;

  constructor(ledger: Ledger, changed: (change: StoredChange) => void = () => undefined) {
    this.#ledger = ledger;
    this.#changed = changed;
  }

  /** The client that stores are given. */
  get client(): DynamoDBDocumentClient {
    return { send: async (command: object) => this.answer(command) } as unknown as DynamoDBDocumentClient;
  }

  answer(command: object): unknown {
    this.#ledger.requests += 1;
    if (command instanceof GetCommand) return this.#get(command.input);
    if (command instanceof BatchGetCommand) return this.#batchGet(command.input);
    if (command instanceof QueryCommand) return this.#query(command.input);
    if (command instanceof TransactWriteCommand) return this.#transact(command.input);
    if (command instanceof PutCommand) return this.#single(putOf(command.input));
    if (command instanceof UpdateCommand) return this.#single(updateOf(command.input));
    if (command instanceof DeleteCommand) return this.#single(deleteOf(command.input));
    throw new TypeError(`${command.constructor.name} is not part of the pipeline.`);
  }

  #find({ pk, sk }: { pk: string; sk: string }): MarshalledItem | undefined {
    return this.#partitions.get(pk)?.get(sk);
  }

  #read(items: readonly MarshalledItem[], isConsistent: boolean): void {
    const bytes = items.reduce((sum, item) => sum + itemSize(item), 0);
    this.#ledger.read(readUnitsOf(bytes, isConsistent));
  }

  #get({ Key, ConsistentRead = false }: GetCommandInput) {
    const item = this.#find(keyOf(Key));
    this.#read(item ? [item] : [], ConsistentRead);
    return item ? { Item: unmarshall(item) } : {};
  }

  #batchGet({ RequestItems = {} }: BatchGetCommandInput) {
    const Responses = Object.fromEntries(
      Object.entries(RequestItems).map(([table, { Keys = [], ConsistentRead = false }]) => {
        const items = Keys.map((key) => this.#find(keyOf(key)));
        for (const item of items) this.#read(item ? [item] : [], ConsistentRead);
        return [table, items.flatMap((item) => (item ? [unmarshall(item)] : []))];
      }),
    );
    return { Responses };
  }

  #query(input: QueryCommandInput) {
    if (input.IndexName) throw new TypeError('No index is read in the pipeline.');
    const { KeyConditionExpression = '', ConsistentRead = false, ScanIndexForward = true } = input;
    const pk = String(Object.values(input.ExpressionAttributeValues ?? {})[0]);
    const found = [...(this.#partitions.get(pk)?.entries() ?? [])]
      .filter(([sk]) => holds(KeyConditionExpression, { pk, sk }, input))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const items = (ScanIndexForward ? found : found.toReversed())
      .slice(0, input.Limit)
      .map(([, item]) => item);
    this.#read(items, ConsistentRead);
    return { Items: items.map((item) => unmarshall(item)) };
  }

  #single(write: Write) {
    const before = this.#find(write.key);
    const document = before && unmarshall(before);
    if (write.condition && !holds(write.condition, document, write)) {
      this.#ledger.write(`${kindOf(before)}, refused`, { table: unitsOfRefusal(before, false), indexes: 0 });
      const failure = { message: 'The conditional request failed', $metadata: {} };
      throw new ConditionalCheckFailedException(before ? { ...failure, Item: before } : failure);
    }
    const after = this.#store(write, document, false);
    return { Attributes: after && unmarshall(after) };
  }

  #transact({ TransactItems = [] }: TransactWriteCommandInput) {
    const writes = TransactItems.map(transactWriteOf);
    const documents = writes.map(({ key }) => {
      const item = this.#find(key);
      return item && unmarshall(item);
    });
    const reasons = writes.map((write, index) =>
      write.condition && !holds(write.condition, documents[index], write)
        ? { Code: 'ConditionalCheckFailed' }
        : { Code: 'None' },
    );
    if (reasons.some(({ Code }) => Code !== 'None')) {
      for (const { key } of writes) {
        const item = this.#find(key);
        this.#ledger.write(`${kindOf(item)}, refused`, { table: unitsOfRefusal(item, true), indexes: 0 });
      }
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        CancellationReasons: reasons,
        $metadata: {},
      });
    }
    for (const [index, write] of writes.entries()) this.#store(write, documents[index], true);
    return {};
  }

  #store(write: Write, document: Document | undefined, isTransaction: boolean): MarshalledItem | undefined {
    const { pk, sk } = write.key;
    const before = this.#find(write.key);
    const next = write.next(document);
    const after = next && marshall(next, { removeUndefinedValues: true });
    const kind = `${kindOf(after ?? before)}${isTransaction ? ' in a transaction' : ''}`;
    this.#ledger.write(kind, unitsOfWrite(before, after, isTransaction));
    const partition = this.#partitions.get(pk) ?? new Map<string, MarshalledItem>();
    this.#partitions.set(pk, partition);
    if (after) partition.set(sk, kept(after));
    else partition.delete(sk);
    this.#changed({ pk, sk, before, after });
    return after;
  }
}

function kindOf(item: MarshalledItem | undefined): string {
  return item?.['type']?.S ?? 'nothing';
}

/** A copy that stands alone: bytes that were packed are a slice of a pool, all of which they would keep. */
function kept(item: MarshalledItem): MarshalledItem {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, value.B ? { B: new Uint8Array(value.B) } : value]),
  );
}
