import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Client } from '../bin/demo/client.ts';
import { connectAccount } from '../bin/demo/connect-account.ts';
import { inboxSize } from '../bin/demo/conversation.ts';
import { until } from '../bin/demo/progress.ts';
import { signIn } from '../bin/demo/sign-in.ts';
import { World } from '../bin/demo/world.ts';
import { prepareStack } from '../bin/local/prepare-stack.ts';
import { storeAppCredentials } from '../bin/local/store-app-credentials.ts';
import { type LocalCloud, startLocalCloud } from '../local/cloud.ts';
import { startDynoxide } from '../local/services/dynamo/dynoxide-process.ts';
import { stackFolderIn } from '../local/state/state-folder.ts';
import { readAssembly } from '../local/template/template.ts';
import { ListInteractions } from '../shared/contract/api/interactions.ts';
import { GetOrganization } from '../shared/contract/api/organizations.ts';
import { CreateRule } from '../shared/contract/api/rules.ts';
import { type MeteredTable, meterTable } from './write-units/metered-table.ts';
import { runPlainPipeline } from './write-units/plain-pipeline.ts';

const Comments = Number(process.argv[2] ?? 300);
const Answered = Math.round(Comments / 10);
const Credentials = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
};

/**
 * How many write units a comment costs in the running stack, everything included: storage, index, live updates,
 * figures, and for one in ten the reply. Every tenth comment is praise that a rule answers.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const options = { stateDir: join(folder, 'dynamodb'), region: 'eu-central-1', account: '000000000000' };
  const database = await startDynoxide(options);
  const meter = await meterTable(database.endpoint);
  process.env['EARSHOT_DYNAMODB_ENDPOINT'] = meter.endpoint;
  const stack = stackFolderIn(join(folder, 'state'));
  prepareStack(stack);
  const cloud = await startLocalCloud({ stack, stateDir: join(folder, 'state'), quiet: true });
  try {
    const tableName = tableNameOf(cloud, stack);
    await checkRounding(tableName, meter);
    await measure(cloud, tableName, meter);
  } finally {
    await cloud.stop();
    meter.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The database's own counting is believed only after a known answer: 1,700 bytes are 2 units, and 1 more per index. */
async function checkRounding(tableName: string, meter: MeteredTable): Promise<void> {
  const client = documentClient(meter);
  const item = { pk: 'BENCH', sk: '1', text: 'x'.repeat(1_600) };
  meter.reset();
  await client.send(new PutCommand({ TableName: tableName, Item: item }));
  await client.send(
    new PutCommand({ TableName: tableName, Item: { ...item, sk: '2', inboxPk: 'BENCH', inboxSk: '2' } }),
  );
  const units = Object.values(meter.split()).reduce((sum, { writeUnits }) => sum + writeUnits, 0);
  if (units !== 5)
    throw new Error(`Two puts of 1.6 KB, one of them indexed, cost 5 units; counted ${units}.`);
}

async function measure(cloud: LocalCloud, tableName: string, meter: MeteredTable): Promise<void> {
  await storeAppCredentials(cloud);
  const client = await signIn(cloud.url);
  const world = new World(cloud.url);
  await connectAccount(client, { provider: 'facebook', name: 'Bean Bar' });
  await until('the first sync is over', async () => {
    const before = await inboxSize(client);
    await pause(2_000);
    return before > 20 && before === (await inboxSize(client));
  });
  await client.call(CreateRule, {
    body: {
      name: 'Thank for praise',
      enabled: true,
      conditions: [{ field: 'keyword', operator: 'contains', value: 'thank you' }],
      minimumConfidence: 0,
      action: { type: 'reply_fixed', texts: ['You are welcome. See you soon at the bar!'] },
      limits: { perHour: 200, perDay: 1_000, authorCooldownMinutes: 60 },
      delaySeconds: 30,
    },
  });
  await pause(1_500);
  const older = await inboxSize(client);
  meter.reset();
  const [post] = (await world.page('Bean Bar')).posts;
  for (let index = 0; index < Comments; index += 1) {
    const text =
      index < Answered ? 'Best coffee in town, thank you!' : 'I was there with my sister on Tuesday.';
    await world.comment(post?.id ?? '', `Customer ${index}`, `${text} (${index})`);
  }
  await until('all comments are stored', async () => (await inboxSize(client)) >= older + Comments, 300);
  await until(
    'all praise is answered',
    async () => {
      const query = { status: 'replied', limit: 100 } as const;
      return (await client.call(ListInteractions, { query })).items.length >= Answered;
    },
    300,
  );
  await pause(3_000);
  const split = meter.split();
  const ours = perComment(split);
  const organization = await client.call(GetOrganization);
  const item = await someInteraction(client, tableName, meter, organization.organizationId);
  meter.reset();
  await runPlainPipeline(meter.endpoint, tableName, item, Comments, Answered);
  const peer = perComment(meter.split());
  for (const [kind, { requests, writeUnits }] of Object.entries(split).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    console.log(
      `${kind.padEnd(44)} ${String(requests).padStart(6)} requests ${String(writeUnits).padStart(7)} units`,
    );
  }
  console.log(
    JSON.stringify({
      name: 'write-units',
      comments: Comments,
      answered: Answered,
      ours,
      peer,
      ratio: ours / peer,
    }),
  );
}

function perComment(split: ReturnType<MeteredTable['split']>): number {
  const units = Object.values(split).reduce((sum, { writeUnits }) => sum + writeUnits, 0);
  return Math.round((units / Comments) * 100) / 100;
}

/** One stored comment as it lies in the table, for the peer to carry the same weight. */
async function someInteraction(
  client: Client,
  tableName: string,
  meter: MeteredTable,
  organizationId: string,
) {
  const { items } = await client.call(ListInteractions, { query: { status: 'manual', limit: 1 } });
  const key = { pk: `ORG#${organizationId}#INT#0`, sk: items[0]?.interactionId ?? '' };
  const { Item } = await documentClient(meter).send(new GetCommand({ TableName: tableName, Key: key }));
  if (!Item) throw new Error('There is no stored comment to measure.');
  const { duePk: _due, dueSk: _sort, dueRef: _ref, ...item } = Item;
  return item;
}

function documentClient(meter: MeteredTable): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: meter.endpoint, ...Credentials }));
}

function tableNameOf(cloud: LocalCloud, stack: string): string {
  const resources = Object.entries(readAssembly(stack).template.Resources);
  const [logicalId] = resources.find(([, { Type }]) => Type === 'AWS::DynamoDB::Table') ?? [];
  if (logicalId === undefined) throw new Error('The stack has no table.');
  return cloud.resource(logicalId).name;
}

await main();
process.exit(0);
