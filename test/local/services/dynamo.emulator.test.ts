import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startDynamo } from '../../../local/services/dynamo.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { freshOptions, serve } from './service-client.ts';

const arn = 'arn:aws:dynamodb:eu-central-1:000000000000:table/earshot';
const TableName = 'earshot';

const properties = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: ['pk', 'sk', 'duePk', 'dueSk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'duePk', KeyType: 'HASH' },
        { AttributeName: 'dueSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  SSESpecification: {
    SSEEnabled: true,
    SSEType: 'KMS',
    KMSMasterKeyId: 'arn:aws:kms:eu-central-1:000000000000:key/k',
  },
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};

async function dynamoWithTable(options: ServiceOptions = freshOptions()) {
  const service = await startDynamo(options);
  const table = await service.createTable(properties);
  const { config, needed } = await serve(service);
  return { service, table, needed, client: new DynamoDBClient(config) };
}

const item = (sk: string, more = {}) => ({ pk: { S: 'ORG#1' }, sk: { S: sk }, ...more });

describe('DynamoDB of the local cloud', () => {
  it('ST-02 creates the table of the template with its stream, under the ARNs of the template', async () => {
    const { table, client } = await dynamoWithTable();

    const { Table } = await client.send(new DescribeTableCommand({ TableName }));

    expect(table).toEqual({ name: TableName, arn, streamArn: expect.stringContaining(`${arn}/stream/`) });
    expect(Table?.TableArn).toBe(arn);
  });

  it('ST-02 keeps items and stream over a restart and adds an index that the template got meanwhile', async () => {
    const options = freshOptions();
    const first = await startDynamo(options);
    const { GlobalSecondaryIndexes: _indexes, ...withoutIndexes } = properties;
    const AttributeDefinitions = properties.AttributeDefinitions.slice(0, 2);
    const before = await first.createTable({ ...withoutIndexes, AttributeDefinitions });
    await first.call('DynamoDB_20120810.PutItem', { TableName, Item: item('A') });
    await first.close();

    const { client, table } = await dynamoWithTable(options);
    const found = await client.send(new GetItemCommand({ TableName, Key: item('A') }));
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));

    expect(found.Item).toEqual(item('A'));
    expect(table).toEqual(before);
    expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName)).toEqual(['due']);
  });

  it('ST-02 expires items by their TTL and tells so in the stream', async () => {
    const { service, table, client } = await dynamoWithTable();
    await client.send(
      new PutItemCommand({ TableName, Item: item('old', { expiresAt: { N: '1000000000' } }) }),
    );
    await client.send(
      new PutItemCommand({ TableName, Item: item('new', { expiresAt: { N: '9999999999' } }) }),
    );

    await service.sweepExpired();

    const streams = 'DynamoDBStreams_20120810';
    const { StreamDescription } = z
      .object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) })
      .parse(await service.call(`${streams}.DescribeStream`, { StreamArn: table.streamArn }));
    const { ShardIterator } = z.object({ ShardIterator: z.string() }).parse(
      await service.call(`${streams}.GetShardIterator`, {
        StreamArn: table.streamArn,
        ShardId: StreamDescription.Shards[0]?.ShardId,
        ShardIteratorType: 'TRIM_HORIZON',
      }),
    );
    const { Records } = z
      .object({
        Records: z.array(z.object({ eventName: z.string(), dynamodb: z.object({ Keys: z.unknown() }) })),
      })
      .parse(await service.call(`${streams}.GetRecords`, { ShardIterator }));
    expect(Records).toEqual([
      { eventName: 'INSERT', dynamodb: { Keys: item('old') } },
      { eventName: 'INSERT', dynamodb: { Keys: item('new') } },
      { eventName: 'REMOVE', dynamodb: { Keys: item('old') } },
    ]);
  });

  it('ST-05 asks for the permissions of every item in a transaction and of the index in a query', async () => {
    const { client, needed } = await dynamoWithTable();
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: item('A') } },
          { Put: { TableName, Item: item('B') } },
          { Delete: { TableName, Key: item('C') } },
          { ConditionCheck: { TableName, Key: item('D'), ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      }),
    );
    await client.send(
      new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: item('E') } }] } }),
    );
    await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'DUE#reply#0' } },
      }),
    );

    expect(needed).toEqual([
      { action: 'dynamodb:PutItem', resources: [arn] },
      { action: 'dynamodb:DeleteItem', resources: [arn] },
      { action: 'dynamodb:ConditionCheckItem', resources: [arn] },
      { action: 'dynamodb:BatchWriteItem', resources: [arn] },
      { action: 'dynamodb:Query', resources: [`${arn}/index/due`] },
    ]);
  });
});
