import type { APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContentsHandler } from '../../../../lambdas/api/contents/index.ts';
import type { Content } from '../../../../shared/core/content/content.ts';
import { contentStore } from '../../../../shared/infra/dynamo/content-store.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import { aContext } from '../../../support/contexts.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

type Call = Parameters<typeof anApiEvent>[0];
const context = aContext();

function aPost(overrides: Partial<Content> = {}): Content {
  return {
    contentId: 'con_1',
    provider: 'facebook',
    accountId: 'acc_1',
    externalId: '1',
    kind: 'post',
    title: 'Hello',
    text: 'Hello',
    permalink: null,
    imageUrl: null,
    postedAt: '2026-11-18T12:00:00.000Z',
    campaignId: null,
    statistics: { reactions: 1, comments: 2, shares: 0 },
    reading: null,
    capturedAt: '2026-11-18T13:00:00.000Z',
    ...overrides,
  };
}

describe('/v1/contents', () => {
  let database: StartedTable;
  beforeAll(async () => {
    database = await startTable();
    const contents = contentStore(database.table);
    const first = aPost();
    await contents.save(context, first);
    await contents.save(context, {
      ...first,
      statistics: { reactions: 9, comments: 4, shares: 1, views: 120 },
      capturedAt: '2026-11-19T13:00:00.000Z',
    });
    const later = { contentId: 'con_2', externalId: '2', postedAt: '2026-11-19T12:00:00.000Z' };
    await contents.save(context, aPost({ ...later, provider: 'instagram', accountId: 'acc_2' }));
  });
  afterAll(() => database.stop());

  async function call(input: Call) {
    const handler = createContentsHandler({
      contents: contentStore(database.table),
      campaigns: { find: async (_context, id) => (id === 'camp_1' ? ({} as never) : undefined) },
    });
    const event = anApiEvent({ authorizer: aMember('agent', context.organizationId), ...input });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body) };
  }
  const list = async (query: Record<string, string>) =>
    (await call({ method: 'GET', resource: '/v1/contents', query })).body.items.map(
      ({ contentId }: Content) => contentId,
    );
  const one = (contentId: string) => ({
    resource: '/v1/contents/{contentId}',
    params: { contentId },
  });

  it('CM-12 lists the newest first, by account, provider and period', async () => {
    expect(await list({})).toEqual(['con_2', 'con_1']);
    expect(await list({ provider: 'facebook' })).toEqual(['con_1']);
    expect(await list({ accountId: 'acc_2' })).toEqual(['con_2']);
    expect(await list({ until: '2026-11-19T00:00:00.000Z' })).toEqual(['con_1']);
  });

  it('CM-12 shows the statistics of a post over time', async () => {
    const { body } = await call({ method: 'GET', ...one('con_1') });
    expect(body.statistics).toEqual({ reactions: 9, comments: 4, shares: 1, views: 120 });
    expect(body.series).toEqual([
      { day: '2026-11-18', reactions: 1, comments: 2, shares: 0 },
      { day: '2026-11-19', reactions: 9, comments: 4, shares: 1, views: 120 },
    ]);
  });

  it('CM-12 assigns a post to a campaign that exists, and takes it out again', async () => {
    const assign = (contentId: string, campaignId: string | null) =>
      call({ method: 'PATCH', ...one(contentId), body: { campaignId } });
    expect((await assign('con_1', 'camp_1')).body.campaignId).toBe('camp_1');
    expect((await assign('con_1', 'camp_9')).status).toBe(404);
    expect((await assign('con_9', 'camp_1')).status).toBe(404);
    expect((await assign('con_1', null)).body.campaignId).toBeNull();
  });
});
