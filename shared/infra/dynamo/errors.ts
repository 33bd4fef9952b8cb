import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '../../core/kernel/errors.ts';

const Busy = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
  'InternalServerError',
]);

/** Gives DynamoDB's failures the product's names; whatever it does not know passes through unchanged. */
export async function withTableErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw named(error);
  }
}

function named(error: unknown): unknown {
  if (error instanceof ConditionalCheckFailedException) {
    const details = error.Item ? { item: unmarshall(error.Item) } : {};
    return new AppError(
      'conflict',
      'condition_failed',
      'The item is not in the state that this change expects.',
      {
        cause: error,
        details,
      },
    );
  }
  if (error instanceof TransactionCanceledException) return cancelled(error);
  if (error instanceof Error && Busy.has(error.name)) {
    return new AppError('unavailable', 'table_busy', 'The database is busy. Try again in a moment.', {
      cause: error,
    });
  }
  return error;
}

function cancelled(error: TransactionCanceledException): AppError {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  const failed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
  if (failed.length > 0) {
    return new AppError(
      'conflict',
      'transaction_condition_failed',
      'An item is not in the state that this change expects.',
      {
        cause: error,
        details: { failed },
      },
    );
  }
  return new AppError(
    'unavailable',
    'transaction_conflict',
    'Another change was in the way. Try again in a moment.',
    {
      cause: error,
      details: { codes },
    },
  );
}
