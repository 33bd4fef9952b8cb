import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReportsHandler } from '../../../../lambdas/api/reports/index.ts';
import type { PreviewDeps } from '../../../../shared/core/reports/request-preview.ts';
import { digestOfAddress, unsubscribeToken } from '../../../../shared/core/reports/unsubscribe-token.ts';
import { mailSuppressionStore } from '../../../../shared/infra/dynamo/mail-suppression-store.ts';
import { reportDeliveryStore, reportScheduleStore } from '../../../../shared/infra/dynamo/report-store.ts';
import { aLambdaContext, aMember, anApiEvent, aToken } from '../../../support/api-events.ts';
import { sequentialIds } from '../../../support/clock.ts';
import { aContext } from '../../../support/contexts.ts';
import { countsOf, reportSources } from '../../../support/reports.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

/** The previous ISO week always holds the day seven days ago. */
const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 14).concat('00');

const SigningKey = 'a signing key for tests';
let started: StartedTable;
let handler: ReturnType<typeof createReportsHandler>;
let suppressions: ReturnType<typeof mailSuppressionStore>;
const alarms: [action: string, id: string, enabled?: boolean][] = [];
const requested: Parameters<PreviewDeps['requestReport']>[0][] = [];

beforeAll(async () => {
  started = await startTable();
  suppressions = mailSuppressionStore(started.table);
  const { organizations, ...sources } = reportSources({
    buckets: [{ bucket: lastWeek, counts: countsOf('acc_a', ['positive', 'replied', 3]) }],
  });
  handler = createReportsHandler({
    ...sources,
    drawSvg: () => '<svg/>',
    schedules: reportScheduleStore(started.table),
    deliveries: reportDeliveryStore(started.table),
    suppressions,
    alarms: {
      set: async (_context, { scheduleId, enabled }) => void alarms.push(['set', scheduleId, enabled]),
      remove: async (_context, scheduleId) => void alarms.push(['remove', scheduleId]),
    },
    newId: sequentialIds(),
    organizations: {
      ...organizations,
      member: async (_context, memberId) => ({
        memberId,
        email: 'ana@beanbar.example',
        name: 'Ana',
        role: 'owner',
        joinedAt: '2026-01-01T00:00:00.000Z',
        version: 1,
      }),
    },
    requestReport: async (request) => void requested.push(request),
    signingKey: async () => SigningKey,
  });
});
afterAll(() => started.stop());

async function call(method: string, resource: string, rest: Partial<Parameters<typeof anApiEvent>[0]> = {}) {
  const answer = await handler(anApiEvent({ method, resource, ...rest }), aLambdaContext());
  const isJson = /json/.test(String(answer.headers?.['content-type']));
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: isJson ? JSON.parse(answer.body) : answer.body,
  };
}

const Schedules = '/v1/report-schedules';
const One = '/v1/report-schedules/{scheduleId}';
const settings = { name: 'Monday', frequency: 'weekly', recipients: [{ email: 'ana@beanbar.example' }] };
const create = async () => (await call('POST', Schedules, { body: settings })).body.scheduleId as string;

describe('the report schedules', () => {
  it('RP-01 are made with the usual choices, and an alarm each', async () => {
    const { status, body, headers } = await call('POST', Schedules, { body: settings });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...settings,
      enabled: true,
      weekday: 1,
      time: '08:00',
      timeZone: 'Europe/Berlin',
      reportType: 'overview',
      format: 'pdf',
      recipients: [{ email: 'ana@beanbar.example', name: '' }],
      sendCount: 0,
      lastSentAt: null,
      version: 1,
    });
    expect(body.nextScheduledAt).toMatch(/T0[67]:00:00\.000Z$/);
    expect(headers?.['etag']).toBe('"1"');
    expect(alarms.at(-1)).toEqual(['set', body.scheduleId, true]);
  });

  it('RP-01 change only where a client says so, and are switched off with their alarm', async () => {
    const scheduleId = await create();
    const { body } = await call('PATCH', One, { params: { scheduleId }, body: { enabled: false } });

    expect(body).toMatchObject({
      ...settings,
      recipients: [{}],
      enabled: false,
      nextScheduledAt: null,
      version: 2,
    });
    expect(alarms.at(-1)).toEqual(['set', scheduleId, false]);
  });

  it('ST-03 refuse a change on top of an older version', async () => {
    const scheduleId = await create();
    const change = { params: { scheduleId }, headers: { 'If-Match': '"1"' }, body: { time: '09:00' } };
    const answers = [await call('PATCH', One, change), await call('PATCH', One, change)];

    expect(answers.map(({ status, body }) => [status, body.code ?? body.time])).toEqual([
      [200, '09:00'],
      [412, 'version_mismatch'],
    ]);
  });

  it('RP-01 end together with their alarm', async () => {
    const scheduleId = await create();
    const deleted = await call('DELETE', One, { params: { scheduleId } });
    const read = await call('GET', One, { params: { scheduleId } });

    expect([deleted.status, read.status]).toEqual([204, 404]);
    expect(alarms.at(-1)).toEqual(['remove', scheduleId]);
  });

  it('ST-04 are not there for another organization', async () => {
    const scheduleId = await create();
    const authorizer = aMember('owner', 'org_teahouse');
    const calls = [
      call('GET', One, { params: { scheduleId }, authorizer }),
      call('PATCH', One, { params: { scheduleId }, authorizer, body: { enabled: false } }),
      call('DELETE', One, { params: { scheduleId }, authorizer }),
      call('POST', `${One}/send`, { params: { scheduleId }, authorizer, body: {} }),
    ];

    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await call('GET', Schedules, { authorizer })).body).toEqual({ items: [] });
  });

  it('ST-07 are read by viewers and changed by admins', async () => {
    const viewer = aMember('viewer');

    expect((await call('GET', Schedules, { authorizer: viewer })).status).toBe(200);
    expect((await call('POST', Schedules, { authorizer: viewer, body: settings })).body.code).toBe(
      'role_required',
    );
    expect((await call('GET', Schedules, { authorizer: aToken('reports:read') })).status).toBe(200);
  });

  it.each([
    [{ ...settings, time: '24:00' }],
    [{ ...settings, timeZone: 'Mars/Olympus' }],
    [{ ...settings, dayOfMonth: 29 }],
    [{ ...settings, recipients: [] }],
    [{ ...settings, recipients: [{ email: 'a@b.example' }, { email: 'A@b.example' }] }],
    [{ ...settings, recipients: [{ email: 'a@b.example', name: 'Eve\r\nBcc: x@y.example' }] }],
    [{ ...settings, format: 'fax' }],
  ])('RP-01 refuse %o', async (body) => {
    expect((await call('POST', Schedules, { body })).status).toBe(400);
  });

  it('RP-04 are shown as a page that may load and run nothing', async () => {
    const scheduleId = await create();
    const authorizer = aMember('viewer');
    const answer = await call('GET', `${One}/preview`, { params: { scheduleId }, authorizer });

    expect(answer.status).toBe(200);
    expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers?.['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toContain('Bean Bar: Weekly report');
    expect(answer.body).toContain('src="data:image/svg+xml;base64,PHN2Zy8+"');
    expect((await call('GET', `${One}/preview`, { params: { scheduleId: 'rep_gone' } })).status).toBe(404);
  });

  it('RP-04 are sent now to the member who asks', async () => {
    const scheduleId = await create();
    const answer = await call('POST', `${One}/send`, { params: { scheduleId }, body: { period: 'current' } });

    expect(answer.status).toBe(202);
    expect(requested.at(-1)).toEqual({
      context: aContext(),
      scheduleId,
      preview: {
        deliveryId: answer.body.deliveryId,
        recipient: { email: 'ana@beanbar.example', name: 'Ana' },
        period: 'current',
      },
    });
  });
});

describe('unsubscribing', () => {
  const addressDigest = digestOfAddress('ana@beanbar.example');
  const token = unsubscribeToken(SigningKey, {
    organizationId: 'org_beanbar',
    addressDigest,
    language: 'de',
  });
  const reason = () => suppressions.reasonAgainst(aContext(), 'Ana@BeanBar.example');

  it('RP-03 is asked for first, because programs follow the links of a mail', async () => {
    const page = await call('GET', '/v1/unsubscribe', { query: { token }, authorizer: null });

    expect(page.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('Möchten Sie keine Berichte dieser Organisation mehr erhalten?');
    expect(await reason()).toBeUndefined();
  });

  it('RP-03 takes one POST, of this organization alone', async () => {
    const body = 'List-Unsubscribe=One-Click';
    const page = await call('POST', '/v1/unsubscribe', { query: { token }, authorizer: null, body });

    expect([page.status, await reason()]).toEqual([200, 'unsubscribed']);
    expect(
      await suppressions.reasonAgainst(aContext({ organizationId: 'org_teahouse' }), 'ana@beanbar.example'),
    ).toBe(undefined);
  });

  it('RP-03 refuses a link that was altered', async () => {
    const query = { token: `x${token}` };

    expect((await call('POST', '/v1/unsubscribe', { query, authorizer: null })).body.code).toBe(
      'invalid_unsubscribe_link',
    );
  });
});
