import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentClient } from '../../../shared/infra/dynamo/client.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

describe('the document client', () => {
  let started: StartedTable;
  beforeAll(async () => {
    started = await startTable();
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await started.stop();
  });

  it.each([
    ['Thanks \ud83d', 'Thanks \ufffd'],
    ['\ude00 and \ud83d\ud83d\ude00', '\ufffd and \ufffd\ud83d\ude00'],
    ['a path: C:\\udisk\\ud83d', 'a path: C:\\udisk\\ud83d'],
    ['\\\\ud83d "quoted"\n', '\\\\ud83d "quoted"\n'],
    ['😀 é €', '😀 é €'],
  ])('CM-14 stores %j, which somebody may have cut in two, as %j', async (text, stored) => {
    const client = documentClient({ endpoint: started.endpoint });
    const TableName = started.tableName;
    const Key = { pk: 'TEXT', sk: 'A' };
    await client.send(new PutCommand({ TableName, Item: { ...Key, text } }));
    const { Item } = await client.send(new GetCommand({ TableName, Key }));
    expect(Item?.['text']).toBe(stored);
  });
});
