import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, type Projection } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TableSchema } from '../../shared/contract/table.ts';
import { Table } from '../../shared/infra/dynamo/table.ts';

export interface StartedTable {
  table: Table;
  client: DynamoDBDocumentClient;
  tableName: string;
  endpoint: string;
  stop(): Promise<void>;
}

/** An embedded DynamoDB with Earshot's table, empty and in memory, for one test file. */
export async function startTable(): Promise<StartedTable> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const database = spawn(binary(), ['serve', '--port', String(port)], {
    stdio: 'ignore',
  });
  const base = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 10,
  });
  const tableName = 'earshot';
  await createTable(base, tableName);
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  return {
    table: new Table({ client, tableName, signingKey: async () => 'a signing key for tests' }),
    client,
    tableName,
    endpoint,
    stop: () => stopped(database),
  };
}

function binary(): string {
  const given = process.env['EARSHOT_DYNOXIDE'];
  if (given) return given;
  const packaged = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
  return join(dirname(packaged), 'dynoxide');
}

async function createTable(client: DynamoDBClient, tableName: string): Promise<void> {
  const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  const { inbox, due } = TableSchema;
  const index = ({ name, partitionKey, sortKey }: typeof inbox | typeof due, projection: Projection) => ({
    IndexName: name,
    KeySchema: keys(partitionKey, sortKey),
    Projection: projection,
  });
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'inboxPk', 'inboxSk', 'duePk', 'dueSk'].map(text),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [
        index(inbox, { ProjectionType: 'INCLUDE', NonKeyAttributes: [...inbox.projected] }),
        index(due, { ProjectionType: 'KEYS_ONLY' }),
      ],
    }),
  );
}

async function stopped(database: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => database.once('exit', resolve));
  database.kill();
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
