import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyticsHandler } from '../../../../lambdas/api/analytics/index.ts';
import { countChanges } from '../../../../shared/core/activity/count-changes.ts';
import { fileActivity } from '../../../../shared/core/activity/file-activity.ts';
import { activityStore } from '../../../../shared/infra/dynamo/activity-store.ts';
import { limitStore } from '../../../../shared/infra/dynamo/limit-store.ts';
import { rollupStore } from '../../../../shared/infra/dynamo/rollup-store.ts';
import { ruleStore } from '../../../../shared/infra/dynamo/rule-store.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import { aChange, anObservedInteraction } from '../../../support/changes.ts';
import { aContext } from '../../../support/contexts.ts';
import { reportSources } from '../../../support/reports.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

let started: StartedTable;
let handler: ReturnType<typeof createAnalyticsHandler>;

beforeAll(async () => {
  started = await startTable();
  const stores = { activity: activityStore(started.table), rollups: rollupStore(started.table) };
  const contents = [{ contentId: 'con_1', title: 'New roast', permalink: null }];
  handler = createAnalyticsHandler({
    ...reportSources({ contents, accountNames: { acc_page: 'Bean Bar' } }),
    ...stores,
    rules: ruleStore(started.table),
    limits: limitStore(started.table),
  });
  const comments = ['2026-11-12T10:00', '2026-11-19T22:59', '2026-11-19T23:00', '2026-11-20T12:00'];
  const changes = comments.map((minute, index) => {
    const after = anObservedInteraction({ commentedAt: `${minute}:00.000Z`, interactionId: `int_${index}` });
    return aChange({ after }, { eventId: `e${index}`, sequenceNumber: String(index + 1) });
  });
  await countChanges(stores, changes);
});
afterAll(() => started.stop());

async function get(resource: string, query: Record<string, string>, organizationId = 'org_beanbar') {
  const authorizer = aMember('viewer', organizationId);
  const answer = await handler(anApiEvent({ method: 'GET', resource, query, authorizer }), aLambdaContext());
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}
const overview = (query: Record<string, string>, organizationId?: string) =>
  get('/v1/analytics/overview', query, organizationId);

const threePositive = { interactions: 3, positive: 3, neutral: 0, negative: 0, unknown: 0, answered: 0 };

describe('GET /v1/analytics/overview', () => {
  it('CM-19 counts by the days of the organization’s time zone, beside as many days before', async () => {
    const { status, body } = await overview({ from: '2026-11-14', to: '2026-11-20' });

    expect(status).toBe(200);
    expect(body.current.figures).toMatchObject({
      interactions: 3,
      positive: 3,
      answered: 0,
      answeredShare: 0,
    });
    expect(body.current.days.map((day: { interactions: number }) => day.interactions)).toEqual([
      0, 0, 0, 0, 0, 1, 2,
    ]);
    expect(body.previous).toMatchObject({
      period: { from: '2026-11-07', to: '2026-11-13', timeZone: 'Europe/Berlin' },
      figures: { interactions: 1 },
    });
    expect(body.accounts).toEqual([
      {
        accountId: 'acc_page',
        name: 'Bean Bar',
        provider: 'facebook',
        ...threePositive,
        answeredShare: 0,
        medianResponseSeconds: null,
        p90ResponseSeconds: null,
      },
    ]);
    expect(body.providers).toEqual([
      {
        provider: 'facebook',
        ...threePositive,
        answeredShare: 0,
        medianResponseSeconds: null,
        p90ResponseSeconds: null,
      },
    ]);
    expect(body.topContent).toEqual([
      { contentId: 'con_1', title: 'New roast', permalink: null, provider: '', ...threePositive },
    ]);
  });

  it('CM-19 counts one platform alone, day by day also of the period before', async () => {
    const week = { from: '2026-11-14', to: '2026-11-20' };
    const [facebook, youtube] = await Promise.all([
      overview({ ...week, provider: 'facebook' }),
      overview({ ...week, provider: 'youtube' }),
    ]);
    const before = facebook.body.previous.days.map((day: { interactions: number }) => day.interactions);

    expect([facebook, youtube].map(({ body }) => body.current.figures.interactions)).toEqual([3, 0]);
    expect(before).toEqual([0, 0, 0, 0, 0, 1, 0]);
    expect(youtube.body.providers).toEqual([]);
  });

  it('CM-19 counts by another time zone when asked to', async () => {
    const { body } = await overview({ from: '2026-11-19', to: '2026-11-19', timeZone: 'America/Sao_Paulo' });

    expect(body.current.figures.interactions).toBe(2);
  });

  it('ST-04 shows another organization nothing', async () => {
    const { body } = await overview({ from: '2026-11-14', to: '2026-11-20' }, 'org_teahouse');

    expect(body.current.figures.interactions).toBe(0);
  });

  it.each([
    [{ from: '2026-11-20', to: '2026-11-19' }, 'empty_period'],
    [{ from: '2026-11-19', to: '2026-11-19', provider: 'myspace' }, 'invalid_request'],
    [{ from: '2026-11-19', to: '2026-11-19', top: '0' }, 'invalid_request'],
    [{ from: '2020-01-01', to: '2026-11-19' }, 'period_too_long'],
    [{ from: '2026-02-30', to: '2026-11-19' }, 'invalid_request'],
    [{ from: '2026-11-19', to: '2026-11-19', timeZone: 'Mars/Olympus' }, 'invalid_request'],
  ])('ST-03 refuses %o as %s', async (query, code) => {
    const { status, body } = await overview(query);

    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('GET /v1/activity', () => {
  it('RT-02 hands out what happened since a position', async () => {
    const { body: first } = await get('/v1/activity', {});
    const now = new Date().toISOString();
    const change = aChange({ after: anObservedInteraction({ interactionId: 'int_now' }) }, { at: now });
    await fileActivity({ activity: activityStore(started.table) }, [change], now);
    const { body } = await get('/v1/activity', { since: first.position });

    expect(body).toMatchObject({ items: [{ data: { interactionId: 'int_now' } }], isTruncated: false });
  });

  it('RT-02 says that there may be more where nobody followed since the position', async () => {
    const since = '2026-11-20T00:00:00.000Z';
    const { body } = await get('/v1/activity', { since }, 'org_teahouse');

    expect(body).toMatchObject({ items: [], isTruncated: true });
  });

  it('RT-02 takes a position that lies ahead for one that it does not know', async () => {
    const { body } = await get('/v1/activity', { since: '9999-12-31T23:59:59.999Z' });
    expect(body).toMatchObject({ items: [], isTruncated: true });
    const ahead = activityStore(started.table).since(
      aContext(),
      '9999-12-31T23:59:59.999Z',
      '2026-11-20T12:00:00.000Z',
    );
    expect(await Array.fromAsync(ahead)).toEqual([]);
  });
});
