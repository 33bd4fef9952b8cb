import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { holds, type Substitutes } from './expressions.ts';
import { itemSize, type MarshalledItem } from './item-size.ts';
import type { Ledger } from './ledger.ts';
import { readUnitsOf, unitsOfRefusal, unitsOfWrite } from './units.ts';
import { updated } from './update-expressions.ts';

type Document = Record<string, unknown>;

/** An item before and after a write, for whoever follows the stream. */
export interface StoredChange {
  pk: string;
  sk: string;
  before: MarshalledItem | undefined;
  after: MarshalledItem | undefined;
}

/** One write of a request, with what it makes of the item that is there. */
interface Write extends Substitutes {
  key: { pk: string; sk: string };
  condition: string | undefined;
  next(before: Document | undefined): Document | undefined;
}

/**
 * The parts of DynamoDB that the conversation pipeline uses, in memory, with conditions and transactions, and with the
 * units that each request consumes. What it answers and counts is compared with the embedded database (`self-check.ts`).
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
    if (after) partition.set(sk, after);
    else partition.delete(sk);
    this.#changed({ pk, sk, before, after });
    return after;
  }
}

function keyOf(key: Document | undefined): { pk: string; sk: string } {
  return { pk: String(key?.['pk']), sk: String(key?.['sk']) };
}

function kindOf(item: MarshalledItem | undefined): string {
  return item?.['type']?.S ?? 'nothing';
}

type PutInput = Omit<PutCommandInput, 'TableName'>;
type UpdateInput = Omit<UpdateCommandInput, 'TableName'>;
type DeleteInput = Omit<DeleteCommandInput, 'TableName'>;

function putOf(input: PutInput): Write {
  return { ...input, key: keyOf(input.Item), condition: input.ConditionExpression, next: () => input.Item };
}

function updateOf(input: UpdateInput): Write {
  const { Key = {}, UpdateExpression = '' } = input;
  return {
    ...input,
    key: keyOf(Key),
    condition: input.ConditionExpression,
    next: (before) => updated(UpdateExpression, before ?? Key, input),
  };
}

function deleteOf(input: DeleteInput): Write {
  return { ...input, key: keyOf(input.Key), condition: input.ConditionExpression, next: () => undefined };
}

function transactWriteOf({
  Put,
  Update,
  Delete,
  ConditionCheck,
}: NonNullable<TransactWriteCommandInput['TransactItems']>[number]): Write {
  if (Put) return putOf(Put);
  if (Update) return updateOf(Update);
  if (Delete) return deleteOf(Delete);
  if (!ConditionCheck) throw new TypeError('A transaction of nothing.');
  const { Key, ConditionExpression: condition } = ConditionCheck;
  return { ...ConditionCheck, key: keyOf(Key), condition, next: (before) => before };
}
