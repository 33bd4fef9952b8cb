import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type LocalCloud, startLocalCloud } from '../../local/cloud.ts';
import { readStack } from '../../local/template/template.ts';

const fixture = join(import.meta.dirname, 'fixtures', 'stack');
const stack = readStack('Fixture', join(fixture, 'Fixture.template.json'), fixture);

let stateDir: string;
let cloud: LocalCloud;
let dynamo: DynamoDBClient;
let sqs: SQSClient;

beforeAll(async () => {
  vi.stubEnv('SECRET_OF_THIS_MACHINE', 'not for functions');
  stateDir = mkdtempSync(join(tmpdir(), 'earshot-cloud-'));
  cloud = await startLocalCloud({ stack, stateDir, quiet: true });
  const credentials = { accessKeyId: cloud.administratorKeyId, secretAccessKey: 'local' };
  const client = { endpoint: cloud.awsUrl, region: cloud.region, credentials };
  dynamo = new DynamoDBClient(client);
  sqs = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

async function textOf(pk: string): Promise<string | undefined> {
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: cloud.resource('Table').name,
      Key: { pk: { S: pk } },
      ConsistentRead: true,
    }),
  );
  return Item?.['text']?.S;
}

const eventually = (pk: string) =>
  vi.waitFor(
    async () => {
      const text = await textOf(pk);
      expect(text).toBeDefined();
      return text;
    },
    { timeout: 15_000, interval: 100 },
  );

const ask = (path: string, init?: RequestInit) => fetch(`${cloud.url}${path}`, init);

async function answer(path: string, init?: RequestInit) {
  const response = await ask(path, init);
  return { status: response.status, body: z.any().parse(await response.json()) };
}

describe('ST-02 the REST API of the template', () => {
  it('hands a request to its function as a proxy event', async () => {
    const { status, body } = await answer('/v1/echo/a%20b?tag=x&tag=y', {
      method: 'POST',
      headers: { 'X-Mixed-Case': 'kept' },
      body: 'signed bytes',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      resource: '/v1/echo/{id}',
      path: '/v1/echo/a%20b',
      httpMethod: 'POST',
      headers: { 'X-Mixed-Case': 'kept' },
      queryStringParameters: { tag: 'y' },
      multiValueQueryStringParameters: { tag: ['x', 'y'] },
      pathParameters: { id: 'a b' },
      body: Buffer.from('signed bytes').toString('base64'),
      isBase64Encoded: true,
      requestContext: { stage: 'live', path: '/live/v1/echo/a%20b', resourcePath: '/v1/echo/{id}' },
    });
  });

  it('prefers a literal path to one with a parameter', async () => {
    expect(await answer('/v1/echo/latest')).toEqual({ status: 200, body: 'latest' });
  });

  it('decodes a base64 body and sends every value of a header', async () => {
    const response = await ask('/v1/binary');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 1, 2]);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it.each([
    ['/v1/nowhere', 'GET', 403, { message: 'Missing Authentication Token' }],
    ['/v1/open', 'DELETE', 403, { message: 'Missing Authentication Token' }],
    ['/v1/malformed', 'GET', 502, { message: 'Internal server error' }],
    ['/v1/throws', 'GET', 502, { message: 'Internal server error' }],
    ['/v1/exits', 'GET', 502, { message: 'Internal server error' }],
    ['/v1/endless', 'GET', 502, { message: 'Internal server error' }],
    ['/v1/endless', 'POST', 504, { message: 'Endpoint request timed out' }],
  ])('answers %s by %s with %i', async (path, method, status, body) => {
    expect(await answer(path, { method })).toEqual({ status, body });
  });

  it('starts a function again after its process died', async () => {
    const before = (await answer('/v1/open')).body.pid;
    await ask('/v1/exits');
    const { status, body } = await answer('/v1/open');
    expect(status).toBe(200);
    expect(body.pid).not.toBe(before);
  });
});

describe('ST-02 the authorizer', () => {
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('gives its context to the function, as strings, and is asked once per credential', async () => {
    const first = await answer('/v1/member', as('member'));
    const second = await answer('/v1/member', as('member'));
    expect(first.body).toEqual({ organizationId: 'org_1', asked: '1', principalId: 'member_1' });
    expect(second.body).toEqual(first.body);
  });

  it('answers 401 in the words of the API without credentials and when it says so', async () => {
    const response = await ask('/v1/member');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const refused = { status: 401, body: { code: 'unauthenticated', detail: 'Unauthorized' } };
    expect({ status: response.status, body: await response.json() }).toEqual(refused);
    expect(await answer('/v1/member', as('stranger'))).toEqual(refused);
  });

  it('answers 403 when its policy denies the method and 500 when it fails', async () => {
    expect((await answer('/v1/member', as('banned'))).status).toBe(403);
    expect(await answer('/v1/member', as('broken'))).toEqual({ status: 500, body: { message: null } });
  });
});

describe('ST-02 a streamed answer', () => {
  it('arrives while it is written, from one process for all streams', async () => {
    const responses = await Promise.all([1, 2, 3].map(() => ask('/v1/live?count=3')));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(responses.map(({ headers }) => headers.get('x-process'))).size).toBe(1);
    const texts = await Promise.all(responses.map((response) => response.text()));
    expect(texts).toEqual(Array(3).fill('data: 0\n\ndata: 1\n\ndata: 2\n\n'));
  });

  it('tells the function that its client left', async () => {
    const leaving = new AbortController();
    const response = await ask('/v1/live', { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    await eventually('STREAM#left');
  });
});

describe('ST-02 the event sources', () => {
  it('brings messages to the function and those that it refuses to the dead-letter queue', async () => {
    await ask('/v1/messages', { method: 'POST', body: JSON.stringify(['one', 'bad', 'two']) });
    expect(await eventually('MESSAGE#one')).toBe(`arn:aws:sqs:${cloud.region}:000000000000:Fixture-Queue`);
    await eventually('MESSAGE#two');
    expect(await dead()).toBe('bad');
    expect(await textOf('MESSAGE#bad')).toBeUndefined();
  });

  it('brings changes of the table that match the filter, and goes on after one that always fails', async () => {
    for (const id of ['first', 'bad', 'second']) await ask(`/v1/orders/${id}`, { method: 'PUT' });
    expect(await eventually('CHANGED#ORDER#first')).toBe('INSERT');
    expect(await eventually('CHANGED#ORDER#second')).toBe('INSERT');
    const failure = JSON.parse((await dead()) ?? '');
    expect(failure).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: cloud.resource('Table').attributes['StreamArn'] },
    });
    expect(await textOf('CHANGED#CHANGED#ORDER#first')).toBeUndefined();
  });

  it('lists schedules with their next firing and fires one on request', async () => {
    const [nightly] = (await answer('/_sim/schedules')).body;
    expect(nightly).toMatchObject({ name: 'nightly', timeZone: 'Europe/Berlin', state: 'ENABLED' });
    expect(nightly.nextFiring).toMatch(/T0[01]:00:00\.000Z$/);
    expect(await answer('/_sim/schedules/nightly/fire', { method: 'POST' })).toEqual({
      status: 202,
      body: { fired: 'nightly' },
    });
    expect(await eventually('JOB#nightly')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  async function dead(): Promise<string | undefined> {
    const QueueUrl = cloud.resource('DeadQueue').ref;
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 15 }));
    return Messages?.[0]?.Body;
  }
});

describe('ST-02 a function', () => {
  it('gets the context of Lambda and nothing of the machine that it runs on', async () => {
    const context = await cloud.invoke('Api', { ask: 'context' });
    expect(context).toEqual({
      name: 'Fixture-Api',
      remaining: expect.toSatisfy((left) => left > 0 && left <= 2000),
    });
    const environment = await cloud.invoke('Api', { ask: 'environment' });
    expect(environment).toEqual(expect.objectContaining({ TABLE_NAME: 'Fixture-Table', TZ: ':UTC' }));
    expect(environment).not.toHaveProperty('SECRET_OF_THIS_MACHINE');
  });

  it('ST-05 may do what its role allows and nothing else', async () => {
    const { body } = await answer('/v1/forbidden');
    expect(body.name).toBe('AccessDeniedException');
    expect(body.message).toContain(
      'is not authorized to perform: dynamodb:DeleteItem on resource: arn:aws:dynamodb:',
    );
  });

  it('ST-05 leaves a list of the permissions that nothing used', async () => {
    expect(await cloud.invoke('Api', { ask: 'text', pk: 'ORDER#first' })).toBe('');
    const role = cloud.resource('Role').attributes['Arn'];
    const { body } = await answer('/_sim/grants/unused');
    expect(body).toEqual([
      { role, action: 'dynamodb:BatchGetItem', resources: [cloud.resource('Table').attributes['Arn']] },
    ]);
  });
});

describe('the state folder', () => {
  it('ST-02 is refused to a second runner', async () => {
    await expect(startLocalCloud({ stack, stateDir, quiet: true })).rejects.toThrow(
      `Process ${process.pid} already runs on ${stateDir}.`,
    );
  });
});
