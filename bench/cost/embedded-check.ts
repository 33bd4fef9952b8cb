import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { startTable } from '../../test/support/start-table.ts';
import { Ledger } from './ledger.ts';
import { MemoryDynamo } from './memory-dynamo.ts';

const Consumed = z.looseObject({
  CapacityUnits: z.number(),
  Table: z.looseObject({ CapacityUnits: z.number() }).optional(),
});
const Answer = z.looseObject({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });

export interface Comparison {
  requests: number;
  /** Requests where the embedded database counts otherwise, with what it counts. */
  differences: string[];
}

/**
 * A client that does everything twice, in memory and on the embedded database, and compares the outcome and the units.
 * Of a transaction the embedded database tells the table's units alone.
 */
export async function compareWithEmbedded(
  work: (client: DynamoDBDocumentClient) => Promise<void>,
): Promise<Comparison> {
  const comparison: Comparison = { requests: 0, differences: [] };
  const database = await startTable();
  const ledger = new Ledger();
  const memory = new MemoryDynamo(ledger);
  const compare = async (command: Command): Promise<unknown> => {
    const before = unitsIn(ledger);
    const expected = await outcomeOf(async () => memory.answer(command));
    const counted = countedBy(command, before, unitsIn(ledger));
    Object.assign(command.input, { ReturnConsumedCapacity: 'INDEXES' });
    const actual = await outcomeOf(() => database.client.send(command as never));
    const consumed = consumedIn(command, actual);
    comparison.requests += 1;
    const isSame = expected.error?.name === actual.error?.name;
    if (!isSame || (consumed !== undefined && consumed !== counted)) {
      comparison.differences.push(`${command.constructor.name}: ${counted} here, ${consumed} there`);
    }
    if (actual.error) throw actual.error;
    return actual.answer;
  };
  // One after another, so that both see the same order.
  let last: Promise<unknown> = Promise.resolve();
  const send = (command: Command) => {
    const next = last.then(() => compare(command));
    last = next.catch(() => undefined);
    return next;
  };
  try {
    await work({ send } as unknown as DynamoDBDocumentClient);
  } finally {
    await database.stop();
  }
  return comparison;
}

interface Command {
  input: object;
  constructor: { name: string };
}

interface Outcome {
  answer?: unknown;
  error?: Error;
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { error: error as Error };
  }
}

function unitsIn(ledger: Ledger) {
  const rows = [...ledger.writes.values()];
  return {
    reads: ledger.readUnits,
    table: rows.reduce((sum, row) => sum + row.table, 0),
    indexes: rows.reduce((sum, row) => sum + row.indexes, 0),
  };
}

type Units = ReturnType<typeof unitsIn>;

function countedBy(command: object, before: Units, after: Units): number {
  if (isRead(command)) return after.reads - before.reads;
  const table = after.table - before.table;
  return command instanceof TransactWriteCommand ? table : table + after.indexes - before.indexes;
}

function isRead(command: object): boolean {
  return (
    command instanceof GetCommand || command instanceof BatchGetCommand || command instanceof QueryCommand
  );
}

/** Undefined where the database does not say, as for refused requests. */
function consumedIn(command: object, { answer }: Outcome): number | undefined {
  if (!answer) return undefined;
  const { ConsumedCapacity } = Answer.parse(answer);
  const all = ConsumedCapacity === undefined ? [] : [ConsumedCapacity].flat();
  if (all.length === 0) return undefined;
  const ofTable = command instanceof TransactWriteCommand;
  return all.reduce(
    (sum, one) => sum + (ofTable && one.Table ? one.Table.CapacityUnits : one.CapacityUnits),
    0,
  );
}
