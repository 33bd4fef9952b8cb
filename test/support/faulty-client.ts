import {
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FaultOf } from './limit-race.ts';

interface FaultyClientOptions {
  endpoint: string;
  /** Decides about each call, after the SDK's own repetitions. */
  faultOf: FaultOf;
}

const Writes = new Set([
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
  'TransactWriteItemsCommand',
]);
const $metadata = {};

/** A client of the embedded DynamoDB whose calls fail as those of the real one can: it has one writer and is never busy. */
export function faultyClient({ endpoint, faultOf }: FaultyClientOptions): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (call) => {
        const isTransaction = commandName === 'TransactWriteItemsCommand';
        const fault = faultOf({ isWrite: Writes.has(commandName), isTransaction });
        if (fault === 'throttled')
          throw new ProvisionedThroughputExceededException({ message: 'Injected', $metadata });
        if (fault === 'conflict') throw conflict();
        const answer = await next(call);
        if (fault === 'commit_lost') throw new CommitLost('Injected: the write happened.');
        return answer;
      },
    { step: 'initialize', name: 'injectedFaults' },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** As the SDK names an answer that did not come in time. */
class CommitLost extends Error {
  override name = 'TimeoutError';
}

function conflict(): TransactionCanceledException {
  const message = 'Transaction cancelled, please refer cancellation reasons [TransactionConflict, None]';
  const CancellationReasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }];
  return new TransactionCanceledException({ message, CancellationReasons, $metadata });
}
