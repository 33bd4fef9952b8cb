import type { APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDirectoryHandler } from '../../../lambdas/api/directory/index.ts';
import { createPublicationsHandler } from '../../../lambdas/api/publications/index.ts';
import { runSlice } from '../../../shared/core/activity/run-slice.ts';
import { importDirectory } from '../../../shared/core/directory/import-directory.ts';
import type { MergeModel } from '../../../shared/core/directory/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { directoryStore, superadminRegistry } from '../../../shared/infra/dynamo/directory-store.ts';
import { jobWorkStore } from '../../../shared/infra/dynamo/job-work-store.ts';
import { mergeProposalStore } from '../../../shared/infra/dynamo/merge-proposal-store.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../support/api-events.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { anOrganization } from '../../support/conversation-builders.ts';
import { startFeedHosts } from '../../support/feed-host.ts';
import { pressDesk } from '../../support/press-desk.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const clock = fixedClock('2026-11-20T12:00:00.000Z');
let started: StartedTable;
let hosts: Awaited<ReturnType<typeof startFeedHosts>>;
let desk: ReturnType<typeof pressDesk>;
let organizationId: string;
let answer: unknown;
let asked: Parameters<MergeModel['ask']>[0][];
let slices: { jobId: string; slice: number }[];
let tests = 0;

beforeAll(async () => {
  started = await startTable();
  hosts = await startFeedHosts();
  desk = pressDesk(started.table, hosts, clock);
  await started.table.global.put(
    { partition: 'USER#super', sort: 'SUPERADMIN' },
    { type: 'Superadmin', userId: 'super' },
  );
});
afterAll(async () => {
  await hosts.stop();
  await started.stop();
});
beforeEach(() => {
  tests += 1;
  organizationId = `org_directory${tests}`;
  asked = [];
  slices = [];
});

const context = () => aContext({ organizationId });
const shared = () => ({
  ...desk,
  clock,
  directory: directoryStore(started.table),
  work: jobWorkStore(started.table),
  sendSlice: async (_context: unknown, jobId: string, slice: number) => void slices.push({ jobId, slice }),
});

async function called(
  handler: ReturnType<typeof createDirectoryHandler>,
  method: string,
  path: string,
  input: object,
  authorizer: Record<string, string>,
) {
  const event = anApiEvent({ method, resource: path, authorizer, ...input });
  const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
  return { status: result.statusCode, body: result.body === '' ? undefined : JSON.parse(result.body) };
}

function asSuperadmin(method: string, path: string, input: object = {}, userId = 'super') {
  const organizations = {
    get: async (given: { organizationId: string }) => {
      if (given.organizationId !== organizationId) throw notFound('The organization');
      return anOrganization();
    },
  };
  const superadmins = superadminRegistry(started.table);
  const handler = createDirectoryHandler({ ...shared(), organizations, superadmins });
  return called(handler, method, path, input, { actorKind: 'member', userId, email: 'a@b.example' });
}

function asMember(method: string, path: string, input: object = {}, role: 'viewer' | 'admin' = 'admin') {
  const handler = createPublicationsHandler({ ...desk, proposals: mergeProposalStore(started.table) });
  return called(handler, method, path, input, aMember(role, organizationId));
}

/** Imports entries as the queue of long work does; answers the job's result. */
async function imported(entryIds?: string[]) {
  const { body: job } = await asSuperadmin('POST', '/v1/directory-imports', {
    body: { organizationId, ...(entryIds && { entryIds }) },
  });
  const mergeModel: MergeModel = {
    ask: async (variants) => {
      asked.push(variants);
      return { kind: 'answer', input: answer };
    },
  };
  const proposals = mergeProposalStore(started.table);
  const doers = { directory_import: importDirectory({ ...shared(), mergeModel, proposals }) };
  for (let slice = slices.shift(); slice; slice = slices.shift()) {
    await runSlice(shared(), context(), slice, doers);
  }
  return desk.jobs.get(context(), job.jobId);
}

async function anEntry(body: object): Promise<string> {
  return (await asSuperadmin('POST', '/v1/directory', { body })).body.entryId;
}

const ann = { name: 'Ann Archer', email: 'ann@herald.example', role: 'Culture' };

describe('the directory', () => {
  it('PM-31 is kept by superadmins alone, who need no organization', async () => {
    const entryId = await anEntry({ title: 'Daily Herald', contacts: [ann] });
    const params = { entryId };
    const changed = await asSuperadmin('PATCH', '/v1/directory/{entryId}', {
      params,
      body: { language: 'en' },
    });

    expect(changed.body).toMatchObject({
      title: 'Daily Herald',
      language: 'en',
      contacts: [ann],
      version: 2,
    });
    expect(await asSuperadmin('GET', '/v1/directory', {}, 'somebody')).toMatchObject({ status: 403 });
    expect(await asSuperadmin('GET', '/v1/directory/{entryId}', { params }, 'somebody')).toMatchObject({
      status: 404,
    });
    expect(
      await asSuperadmin('POST', '/v1/directory-imports', { body: { organizationId } }, 'somebody'),
    ).toMatchObject({ status: 403 });
    expect(
      await asSuperadmin('POST', '/v1/directory-imports', { body: { organizationId: 'org_none' } }),
    ).toMatchObject({ status: 404 });
    expect(await asSuperadmin('DELETE', '/v1/directory/{entryId}', { params })).toMatchObject({
      status: 204,
    });
    expect(await asSuperadmin('GET', '/v1/directory/{entryId}', { params })).toMatchObject({ status: 404 });
  });

  it('PM-31 creates what an organization lacks, merges what it has, and changes nothing the second time', async () => {
    const feed = 'https://herald.example/feed';
    const monitoringConfig = { enabled: true, rssFeedUrls: [feed], checkFrequency: 'twice_daily' };
    const entryIds = [
      await anEntry({ title: 'DAILY  Herald', monitoringConfig, contacts: [ann] }),
      ...(await Promise.all(
        Array.from({ length: 11 }, (_, number) => anEntry({ title: `Paper ${tests} ${number}` })),
      )),
    ];
    await asMember('POST', '/v1/contacts', { body: { name: 'Ann A.', email: 'Ann@herald.example' } });
    await asMember('POST', '/v1/publications', {
      body: { title: 'daily herald', monitoringConfig: { rssFeedUrls: ['https://herald.example/old'] } },
    });
    answer = undefined;
    const first = await imported(entryIds);
    const again = await imported(entryIds);

    const counts = { proposals: 0, contacts: 0, trackerProblems: 0 };
    expect(first).toMatchObject({
      kind: 'directory_import',
      status: 'succeeded',
      result: { ...counts, created: 11, merged: 1, unchanged: 0, proposals: 1, contacts: 1 },
    });
    expect(again.result).toEqual({ ...counts, created: 0, merged: 0, unchanged: 12 });
    const { items } = await desk.publications.page(context(), { limit: 100 });
    expect(items).toHaveLength(12);
    expect(items.find(({ title }) => title === 'daily herald')).toMatchObject({
      monitoringConfig: {
        enabled: true,
        rssFeedUrls: ['https://herald.example/old', feed],
        checkFrequency: 'twice_daily',
      },
      version: 2,
    });
    const { items: contacts } = await desk.contacts.page(context(), {}, { limit: 10 });
    expect(contacts).toMatchObject([{ name: 'Ann A.', publicationIds: [expect.any(String)] }]);
  });

  it('PM-31 lets a person decide what the model proposes for a contradiction, and never asks twice', async () => {
    const entryId = await anEntry({ title: 'Kaffee Magazin', type: 'magazine', country: 'AT' });
    const { body: publication } = await asMember('POST', '/v1/publications', {
      body: { title: 'Kaffee Magazin', type: 'online', country: 'DE', language: 'de' },
    });
    answer = {
      ...{ title: 'Kaffee Magazin', type: 'magazine', country: 'DE', language: 'fr', websiteUrl: null },
      reason: 'It is printed.',
    };
    await imported([entryId]);
    await imported([entryId]);
    const { body: pending } = await asMember('GET', '/v1/merge-proposals', { query: { status: 'pending' } });
    const params = { proposalId: pending.items[0].proposalId };

    expect(asked).toHaveLength(1);
    expect(pending.items).toMatchObject([
      {
        conflicts: ['type', 'country'],
        proposedBy: 'model',
        reason: 'It is printed.',
        proposed: { type: 'magazine', country: 'DE', language: 'de' },
      },
    ]);
    const confirm = '/v1/merge-proposals/{proposalId}/confirm';
    expect(await asMember('POST', confirm, { params }, 'viewer')).toMatchObject({ status: 403 });
    expect((await asMember('POST', confirm, { params })).body).toMatchObject({
      status: 'confirmed',
      decidedBy: expect.any(String),
    });
    expect(await asMember('POST', confirm, { params })).toMatchObject({ status: 409 });
    expect(await desk.publications.find(context(), publication.publicationId)).toMatchObject({
      type: 'magazine',
      country: 'DE',
      language: 'de',
    });
    organizationId = 'org_stranger';
    expect(await asMember('POST', confirm, { params })).toMatchObject({ status: 404 });
  });

  it('PM-31 proposes what the organization says itself where the model invents something', async () => {
    const entryId = await anEntry({ title: 'Radio Hafen', type: 'radio' });
    await asMember('POST', '/v1/publications', { body: { title: 'Radio Hafen' } });
    answer = {
      ...{ title: 'Radio Hafen', type: 'tv', country: null, language: null, websiteUrl: null },
      reason: 'I know better.',
    };
    await imported([entryId]);
    const { body } = await asMember('GET', '/v1/merge-proposals');
    const params = { proposalId: body.items[0].proposalId };
    expect(body.items).toMatchObject([{ proposedBy: 'rules', reason: '', proposed: { type: 'online' } }]);
    const rejected = await asMember('POST', '/v1/merge-proposals/{proposalId}/reject', { params });
    expect(rejected.body).toMatchObject({ status: 'rejected' });
    await imported([entryId]);
    expect(
      (await asMember('GET', '/v1/merge-proposals', { query: { status: 'pending' } })).body.items,
    ).toEqual([]);
  });
});
