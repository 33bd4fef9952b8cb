import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { LocalFunction } from '../functions/local-function.ts';
import { replaceFile } from '../services/state-file.ts';
import type { Json } from '../template/template.ts';
import { matchesEventPattern } from './event-pattern.ts';
import type { EventSourceMapping, Poller } from './mapping.ts';
import { deliver, StreamRecord } from './stream-batch.ts';

/** An operation of DynamoDB or its streams by its target's name, with its JSON input and output. */
export type CallDynamo = (target: string, input: Record<string, unknown>) => Promise<unknown>;

const PollMilliseconds = 200;
const PauseAfterErrorMilliseconds = 1000;
const DefaultBatchSize = 100;

const Description = z.looseObject({ Table: z.looseObject({ LatestStreamArn: z.string() }) });
const Shards = z.looseObject({
  StreamDescription: z.looseObject({ Shards: z.array(z.looseObject({ ShardId: z.string() })) }),
});
const Iterator = z.looseObject({ ShardIterator: z.string() });
const Records = z.looseObject({ Records: z.array(StreamRecord), NextShardIterator: z.string().nullish() });

export interface StreamPollerOptions {
  mapping: EventSourceMapping;
  tableName: string;
  /** Keeps the last sequence number that is done with. */
  positionFile: string;
  region: string;
  consumer: LocalFunction;
  call: CallDynamo;
  /** Sends the description of a batch that was given up to the mapping's failure destination. */
  sendFailure(description: object): Promise<void>;
  report(line: string): void;
}

/**
 * Hands a table's changes to a function, in order and from where the last run ended. A first run begins with the
 * table's first change: locally a table and its mapping are created together, so that none is missed.
 */
export function startStreamPoller(options: StreamPollerOptions): Poller {
  const { mapping, report } = options;
  let stopped = false;

  async function poll(): Promise<void> {
    while (!stopped) {
      try {
        await follow(options, () => stopped);
      } catch (error) {
        if (stopped) return;
        report(`${mapping.logicalId}: ${error instanceof Error ? error.message : String(error)}`);
        await pause(PauseAfterErrorMilliseconds);
      }
    }
  }

  void poll();
  return {
    stop: () => {
      stopped = true;
    },
  };
}

async function follow(options: StreamPollerOptions, stopped: () => boolean): Promise<void> {
  const { shardId, iterator: first } = await openStream(options);
  let iterator = first;
  let pending: StreamRecord[] = [];
  let pendingSince = 0;
  while (!stopped()) {
    const answer = Records.parse(
      await options.call('DynamoDBStreams_20120810.GetRecords', { ShardIterator: iterator, Limit: 1000 }),
    );
    iterator = answer.NextShardIterator ?? iterator;
    if (pending.length === 0) pendingSince = Date.now();
    pending.push(...answer.Records);
    const batchSize = options.mapping.batchSize ?? DefaultBatchSize;
    const windowOpen = Date.now() - pendingSince < options.mapping.windowSeconds * 1000;
    if (pending.length > 0 && !(windowOpen && pending.length < batchSize)) {
      await deliverAll(options, pending, batchSize, shardId, stopped);
      pending = [];
    }
    if (answer.Records.length === 0) await pause(PollMilliseconds);
  }
}

async function deliverAll(
  options: StreamPollerOptions,
  records: StreamRecord[],
  batchSize: number,
  shardId: string,
  stopped: () => boolean,
): Promise<void> {
  const { mapping, positionFile } = options;
  const wanted = records.filter((record) => isWanted(mapping, record));
  for (let start = 0; start < wanted.length && !stopped(); start += batchSize) {
    const batch = wanted.slice(start, start + batchSize);
    const giveUp = (rest: readonly StreamRecord[], attempts: number) =>
      giveUpOn(options, shardId, rest, attempts);
    await deliver({ ...options, stopped, giveUp }, batch);
    if (!stopped()) savePosition(positionFile, batch.at(-1));
  }
  if (!stopped()) savePosition(positionFile, records.at(-1));
}

function isWanted(mapping: EventSourceMapping, record: StreamRecord): boolean {
  const { filters } = mapping;
  return filters.length === 0 || filters.some((pattern) => matchesEventPattern(pattern, record as Json));
}

async function giveUpOn(
  { mapping, consumer, sendFailure, report }: StreamPollerOptions,
  shardId: string,
  records: readonly StreamRecord[],
  attempts: number,
): Promise<void> {
  report(`${mapping.logicalId}: gave up on ${records.length} changes after ${attempts} attempts`);
  if (!mapping.onFailureQueueArn) return;
  const arrival = (record: StreamRecord | undefined) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  await sendFailure({
    requestContext: {
      functionArn: consumer.definition.arn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(records[0]),
      approximateArrivalOfLastRecord: arrival(records.at(-1)),
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  });
}

/** The table's stream has one shard here. */
async function openStream({ call, tableName, positionFile }: StreamPollerOptions) {
  const { Table } = Description.parse(
    await call('DynamoDB_20120810.DescribeTable', { TableName: tableName }),
  );
  const StreamArn = Table.LatestStreamArn;
  const { StreamDescription } = Shards.parse(
    await call('DynamoDBStreams_20120810.DescribeStream', { StreamArn }),
  );
  const ShardId = StreamDescription.Shards[0]?.ShardId;
  if (!ShardId) throw new Error(`The stream ${StreamArn} has no shard.`);
  const position = existsSync(positionFile) ? readFileSync(positionFile, 'utf8').trim() : undefined;
  const from = position
    ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position }
    : { ShardIteratorType: 'TRIM_HORIZON' };
  const answer = await call('DynamoDBStreams_20120810.GetShardIterator', { StreamArn, ShardId, ...from });
  return { shardId: ShardId, iterator: Iterator.parse(answer).ShardIterator };
}

function savePosition(positionFile: string, record: StreamRecord | undefined): void {
  if (record) replaceFile(positionFile, record.dynamodb.SequenceNumber);
}
