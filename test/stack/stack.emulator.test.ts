import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../bin/demo/client.ts';
import { signIn } from '../../bin/demo/sign-in.ts';
import { type LocalCloud, startLocalCloud } from '../../local/cloud.ts';
import { stackFolderIn } from '../../local/state/state-folder.ts';
import { endpoints } from '../../shared/contract/api/all.ts';
import { GetJob } from '../../shared/contract/api/jobs.ts';
import { ExportOrganization } from '../../shared/contract/api/personal-data.ts';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { AcceptedBodies, idsOf } from './foreign-ids.ts';
import { runDemo } from './running-demo.ts';

let state: string;
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'earshot-stack-'));
});
afterAll(() => rmSync(state, { recursive: true, force: true }));

describe('the demo', () => {
  it('ST-02 AR-12 finishes what was in flight after SIGKILL, each reply, clipping and mail once', async () => {
    const killed = runDemo(state);
    await killed.line('thank for praise …');
    await killed.kill();
    const { exitCode, output } = await runDemo(state).ended();

    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output.match(/on the page once/g)).toHaveLength(4);
    expect(output).toMatch(/crawl, match, confirm .*1 clipping/);
    expect(output).toMatch(/SES takes the mails .*outbox/);
  }, 240_000);
});

describe('an organization', () => {
  let cloud: LocalCloud;
  let owner: Client;
  let stranger: Client;
  beforeAll(async () => {
    cloud = await startLocalCloud({ stack: stackFolderIn(state), stateDir: state, quiet: true });
    owner = await signIn(cloud.url);
    const person = { email: 'max@teahouse.example', password: 'Tea-House-2026' };
    stranger = await signIn(cloud.url, person, 'Tea House');
  }, 60_000);
  afterAll(() => cloud?.stop());

  /** Operations on one thing of a tenant; the OAuth callback is called by browsers, with a secret state. */
  const onOneThing = endpoints.filter(({ path, access }) => path.includes('{') && access !== 'public');

  it('ST-04 answers a stranger who knows the ids of its things as if they did not exist, on every route', async () => {
    const ids = await idsOf(owner);
    for (const endpoint of onOneThing) {
      const foreign = await answerTo(stranger, endpoint, (name) => idFor(endpoint, ids, name));
      const unknown = await answerTo(stranger, endpoint, (name) => `${name}_unknown`);

      expect({ operation: endpoint.id, ...foreign }).toEqual({ operation: endpoint.id, ...unknown });
      expect({ operation: endpoint.id, status: foreign.status }).toEqual({
        operation: endpoint.id,
        status: 404,
      });
    }
    expect(onOneThing.length).toBeGreaterThan(40);
  }, 120_000);

  it('ST-04 shows a stranger nothing in any list', async () => {
    const lists = endpoints.filter(
      ({ method, path, access, id, stream }) =>
        method === 'GET' &&
        !path.includes('{') &&
        typeof access === 'object' &&
        id.startsWith('list') &&
        !stream,
    );
    const foreign: string[] = [];
    for (const list of lists.filter(({ id }) => !['listProviders', 'listMembers'].includes(id))) {
      const { body } = await answerTo(stranger, list, () => '');
      if ((body as { items: unknown[] }).items.length > 0) foreign.push(list.id);
    }
    expect(foreign).toEqual([]);
    expect(lists.length).toBeGreaterThan(10);
  }, 60_000);

  it('ST-06 gives its owner, and no stranger, a file with all that is stored of it', async () => {
    const { jobId } = await owner.call(ExportOrganization);
    const job = () => owner.call(GetJob, { params: { jobId } });
    await expect.poll(async () => (await job()).status, { timeout: 30_000, interval: 500 }).toBe('succeeded');
    const { result } = await job();
    const address = new URL(`/v1/exports/${jobId}/files/1`, owner.baseUrl).toString();
    const file = Buffer.from(await (await owner.authorized(address)).arrayBuffer());
    const records = gunzipSync(file).toString().trimEnd().split('\n');

    expect(result).toEqual({ files: 1, items: records.length });
    const types = new Set(records.map((record) => (JSON.parse(record) as { type: string }).type));
    expect([...types]).toEqual(expect.arrayContaining(['Clipping', 'Interaction', 'Member', 'Rollup']));
    expect((await stranger.authorized(address)).status).toBe(404);
  }, 60_000);
});

function idFor(endpoint: Endpoint, ids: Record<string, string>, name: string): string {
  const id = ids[name];
  if (!id) throw new Error(`${endpoint.id} takes a ${name}: say in foreign-ids.ts where one comes from.`);
  return id;
}

async function answerTo(client: Client, endpoint: Endpoint, idOf: (name: string) => string) {
  if (endpoint.body && !(endpoint.id in AcceptedBodies)) {
    throw new Error(`${endpoint.id} takes a body: give foreign-ids.ts one that it accepts.`);
  }
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(idOf(name)),
  );
  const answer = await client.authorized(new URL(path, client.baseUrl).toString(), {
    method: endpoint.method,
    ...(endpoint.body && { body: JSON.stringify(AcceptedBodies[endpoint.id]) }),
  });
  const text = await answer.text();
  const { requestId: _requestId, ...body } = text === '' ? {} : JSON.parse(text);
  return { status: answer.status, body };
}
