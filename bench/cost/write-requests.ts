import type {
  DeleteCommandInput,
  PutCommandInput,
  TransactWriteCommandInput,
  UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Substitutes } from './expressions.ts';
import { updated } from './update-expressions.ts';

type Document = Record<string, unknown>;

/** One write of a request, with what it makes of the item that is there. */
export interface Write extends Substitutes {
  key: { pk: string; sk: string };
  condition: string | undefined;
  next(before: Document | undefined): Document | undefined;
}

export function keyOf(key: Document | undefined): { pk: string; sk: string } {
  return { pk: String(key?.['pk']), sk: String(key?.['sk']) };
}

type PutInput = Omit<PutCommandInput, 'TableName'>;
type UpdateInput = Omit<UpdateCommandInput, 'TableName'>;
type DeleteInput = Omit<DeleteCommandInput, 'TableName'>;

export function putOf(input: PutInput): Write {
  return { ...input, key: keyOf(input.Item), condition: input.ConditionExpression, next: () => input.Item };
}

export function updateOf(input: UpdateInput): Write {
  const { Key = {}, UpdateExpression = '' } = input;
  return {
    ...input,
    key: keyOf(Key),
    condition: input.ConditionExpression,
    next: (before) => updated(UpdateExpression, before ?? Key, input),
  };
}

export function deleteOf(input: DeleteInput): Write {
  return { ...input, key: keyOf(input.Key), condition: input.ConditionExpression, next: () => undefined };
}

export function transactWriteOf({
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
