import * as z from 'zod';
import type { Access, AwsRequest } from '../../service.ts';
import { jsonBody, operationName } from '../protocols/json-protocol.ts';

const Target = z.object({ TableName: z.string() });
const TransactItem = z.record(z.string(), Target);

const Request = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  StreamArn: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z.array(TransactItem).optional(),
});

/** The permission that each verb of a transaction needs: DynamoDB has none for the transaction itself. */
const ActionOfVerb: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** Which permissions a DynamoDB request needs on which tables and indexes. */
export function dynamoAccess(request: AwsRequest, tableArn: (name: string) => string): Access[] {
  const operation = operationName(request);
  const body = Request.parse(jsonBody(request));
  const action = `dynamodb:${operation}`;
  if (body.TransactItems) return transactionAccess(body.TransactItems, tableArn);
  if (body.RequestItems) return [{ action, resources: Object.keys(body.RequestItems).map(tableArn) }];
  if (body.StreamArn !== undefined) return [{ action, resources: [body.StreamArn] }];
  if (body.TableName === undefined) return [{ action, resources: ['*'] }];
  const table = tableArn(body.TableName);
  return [{ action, resources: [body.IndexName === undefined ? table : `${table}/index/${body.IndexName}`] }];
}

function transactionAccess(
  items: z.infer<typeof TransactItem>[],
  tableArn: (name: string) => string,
): Access[] {
  const resources = new Map<string, Set<string>>();
  for (const [verb, { TableName }] of items.flatMap((item) => Object.entries(item))) {
    const action = `dynamodb:${ActionOfVerb[verb] ?? verb}`;
    resources.set(action, (resources.get(action) ?? new Set()).add(tableArn(TableName)));
  }
  return [...resources].map(([action, tables]) => ({ action, resources: [...tables] }));
}
