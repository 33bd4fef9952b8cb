import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';

export type DynamoCall = (target: string, input: unknown) => Promise<unknown>;

export interface LocalTable {
  name: string;
  arn: string;
  streamArn: string | undefined;
}

const Indexes = z.array(z.object({ IndexName: z.string() }).loose());

const TableProperties = z.object({
  TableName: z.string(),
  KeySchema: z.unknown(),
  AttributeDefinitions: z.unknown(),
  GlobalSecondaryIndexes: Indexes.optional(),
  LocalSecondaryIndexes: Indexes.optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});
type TableProperties = z.infer<typeof TableProperties>;

const Description = z.object({
  Table: z.object({
    TableName: z.string(),
    TableArn: z.string(),
    LatestStreamArn: z.string().optional(),
    GlobalSecondaryIndexes: Indexes.optional(),
  }),
});
type Description = z.infer<typeof Description>['Table'];

/** Backups, encryption at rest and capacity have no local counterpart and are left out. */
export async function createTable(call: DynamoCall, properties: unknown): Promise<LocalTable> {
  const wanted = TableProperties.parse(properties);
  const existing = await describe(call, wanted.TableName);
  if (existing) await addMissing(call, wanted, existing);
  else await create(call, wanted);
  if (wanted.TimeToLiveSpecification) await enableTimeToLive(call, wanted);
  const table = await describe(call, wanted.TableName);
  if (!table) throw new Error(`The table ${wanted.TableName} is missing right after its creation.`);
  return { name: table.TableName, arn: table.TableArn, streamArn: table.LatestStreamArn };
}

async function describe(call: DynamoCall, name: string): Promise<Description | undefined> {
  try {
    return Description.parse(await call('DynamoDB_20120810.DescribeTable', { TableName: name })).Table;
  } catch (error) {
    if (error instanceof AwsError && error.type === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function create(call: DynamoCall, wanted: TableProperties): Promise<void> {
  const { StreamSpecification, TimeToLiveSpecification: _later, ...table } = wanted;
  const stream = StreamSpecification && {
    StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
  };
  await call('DynamoDB_20120810.CreateTable', { ...table, ...stream, BillingMode: 'PAY_PER_REQUEST' });
}

async function addMissing(call: DynamoCall, wanted: TableProperties, existing: Description): Promise<void> {
  const present = new Set(existing.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  const base = { TableName: wanted.TableName, AttributeDefinitions: wanted.AttributeDefinitions };
  for (const index of wanted.GlobalSecondaryIndexes ?? []) {
    if (present.has(index.IndexName)) continue;
    await call('DynamoDB_20120810.UpdateTable', {
      ...base,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    });
  }
  if (wanted.StreamSpecification && existing.LatestStreamArn === undefined) {
    const StreamSpecification = { StreamEnabled: true, ...wanted.StreamSpecification };
    await call('DynamoDB_20120810.UpdateTable', { TableName: wanted.TableName, StreamSpecification });
  }
}

const TimeToLive = z.object({ TimeToLiveDescription: z.object({ TimeToLiveStatus: z.string() }) });

async function enableTimeToLive(call: DynamoCall, wanted: TableProperties): Promise<void> {
  const { TableName, TimeToLiveSpecification } = wanted;
  const current = TimeToLive.parse(await call('DynamoDB_20120810.DescribeTimeToLive', { TableName }));
  if (current.TimeToLiveDescription.TimeToLiveStatus === 'ENABLED') return;
  await call('DynamoDB_20120810.UpdateTimeToLive', { TableName, TimeToLiveSpecification });
}
