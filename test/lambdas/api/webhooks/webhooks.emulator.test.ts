import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aMember, aToken } from '../../../support/api-events.ts';
import { aRule } from '../../../support/conversation-builders.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';
import { WebhookDesk } from '../../../support/webhook-desk.ts';

let started: StartedTable;
let tenants = 0;
beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());
afterEach(() => {
  vi.useRealTimers();
});

const aDesk = () => {
  tenants += 1;
  return new WebhookDesk(started.table, `org_${tenants}`);
};
const refused = (status: number, reason: string) => ({
  kind: 'answered' as const,
  status,
  answer: reason,
  retryAfterSeconds: null,
  milliseconds: 7,
});

describe('the API of webhooks', () => {
  it('AR-19 shows a secret once, when it is made', async () => {
    const desk = aDesk();
    const created = await desk.call({
      method: 'POST',
      resource: '/v1/webhooks',
      body: { url: 'https://hooks.example.com/earshot', eventTypes: ['report.sent', 'report.sent'] },
    });
    const { secret, ...view } = created.body;

    expect(created.status).toBe(201);
    expect(secret).toMatch(/^whsec_/);
    expect(view).toEqual({
      webhookId: expect.stringMatching(/^whk_/),
      url: 'https://hooks.example.com/earshot',
      description: '',
      eventTypes: ['report.sent'],
      enabled: true,
      disabledAt: null,
      disabledReason: null,
      failingSince: null,
      secrets: [{ createdAt: desk.clock.now(), endsAt: null }],
      createdAt: desk.clock.now(),
      createdBy: 'mem_ana',
      updatedAt: desk.clock.now(),
      version: 1,
    });
    expect((await desk.on(view.webhookId, 'GET')).body).toEqual(view);
    expect((await desk.call({ method: 'GET', resource: '/v1/webhooks' })).body).toEqual({ items: [view] });
  });

  it.each([
    ['http', 'http://hooks.example.com/'],
    ['credentials', 'https://user:secret@hooks.example.com/'],
    ['no address', 'hooks'],
  ])('AR-19 refuses %s', async (_what, url) => {
    const answer = await aDesk().call({ method: 'POST', resource: '/v1/webhooks', body: { url } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('AR-19 is for admins, and for tokens that may', async () => {
    const desk = aDesk();
    const as = async (authorizer: Record<string, string>) =>
      (await desk.call({ method: 'GET', resource: '/v1/webhooks', authorizer })).status;

    expect(await as(aMember('agent', desk.organizationId))).toBe(403);
    expect(await as(aToken('reports:read', desk.organizationId))).toBe(403);
    expect(await as(aToken('webhooks:read', desk.organizationId))).toBe(200);
  });

  it('AR-19 changes what was read, and nothing newer', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    const patch = (body: object, version: number) =>
      desk.on(webhookId, 'PATCH', '', { body, headers: { 'if-match': `"${version}"` } });

    expect(await patch({ enabled: false }, 1)).toMatchObject({
      status: 200,
      body: { enabled: false, disabledReason: 'by_member', disabledAt: desk.clock.now(), version: 2 },
    });
    expect(await patch({ description: 'Late' }, 1)).toMatchObject({ status: 412 });
    expect(await patch({ enabled: true }, 2)).toMatchObject({
      body: { enabled: true, disabledReason: null },
    });
  });

  it('AR-08 keeps a webhook that a rule sends to', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    desk.rules = [aRule({ action: { type: 'send_webhook', webhookId } })];
    expect(await desk.on(webhookId, 'DELETE')).toMatchObject({
      status: 409,
      body: { code: 'webhook_in_use' },
    });
    desk.rules = [];
    expect((await desk.on(webhookId, 'DELETE')).status).toBe(204);
    expect((await desk.on(webhookId, 'GET')).status).toBe(404);
  });

  it('AR-19 sends a test event, through all that real ones go through', async () => {
    const desk = aDesk();
    const { webhookId, secret } = await desk.create({ eventTypes: [] });
    const sent = await desk.on(webhookId, 'POST', '/test');
    await desk.work();

    expect(sent).toMatchObject({ status: 202, body: { eventType: 'webhook.test', status: 'waiting' } });
    const { deliveryId } = sent.body;
    const { body } = await desk.on(webhookId, 'GET', '/deliveries/{deliveryId}', { params: { deliveryId } });
    expect(body).toMatchObject({
      status: 'delivered',
      answer: 'ok',
      attempts: [{ at: desk.clock.now(), status: 200, milliseconds: 12, problem: null }],
    });
    vi.useFakeTimers({ now: Date.parse(desk.clock.now()), toFake: ['Date'] });
    const [request] = desk.requests;
    expect(new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {})).toEqual({
      type: 'webhook.test',
      timestamp: desk.clock.now(),
      data: { webhookId },
    });
  });

  it('AR-19 signs with both secrets until the overlap of a rotation ends', async () => {
    const desk = aDesk();
    const { webhookId, secret: before } = await desk.create();
    desk.clock.advance({ minutes: 1 });
    const rotated = await desk.on(webhookId, 'POST', '/rotate-secret', { body: { overlapHours: 2 } });
    const { secret: next } = rotated.body;
    const accepted = async () => {
      await desk.changed();
      await desk.work();
      vi.useFakeTimers({ now: Date.parse(desk.clock.now()), toFake: ['Date'] });
      const { body = '', headers = {} } = desk.requests.at(-1) ?? {};
      const accepts = (secret: string) => {
        try {
          return Boolean(new Webhook(secret).verify(body, headers));
        } catch {
          return false;
        }
      };
      const answers = [accepts(next), accepts(before)];
      vi.useRealTimers();
      return answers;
    };

    expect(rotated.body.secrets).toHaveLength(2);
    expect(next).not.toBe(before);
    expect(await accepted()).toEqual([true, true]);
    desk.clock.advance({ hours: 2 });
    expect(await accepted()).toEqual([true, false]);
  });

  it('AR-19 lists deliveries by what became of them, the newest first, and replays one under the same id', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    await desk.changed();
    await desk.work();
    desk.clock.advance({ seconds: 1 });
    desk.answer = refused(410, 'gone');
    await desk.changed();
    await desk.work();
    const [failed, delivered] = await desk.deliveries(webhookId);
    const page = await desk.on(webhookId, 'GET', '/deliveries', { query: { limit: '1', status: 'failed' } });

    expect([failed?.status, delivered?.status]).toEqual(['failed', 'delivered']);
    expect(page.body.items).toEqual([failed]);
    const replay = () =>
      desk.on(webhookId, 'POST', '/deliveries/{deliveryId}/replay', {
        params: { deliveryId: failed?.deliveryId ?? '' },
      });
    expect(await replay()).toMatchObject({ status: 409, body: { code: 'webhook_disabled' } });
    await desk.on(webhookId, 'PATCH', '', { body: { enabled: true } });
    desk.answer = refused(200, 'thanks');
    expect(await replay()).toMatchObject({ status: 202, body: { status: 'waiting', tries: 0 } });
    expect(await replay()).toMatchObject({ status: 409, body: { code: 'delivery_waiting' } });
    await desk.work();
    expect(await desk.deliveries(webhookId, { status: 'failed' })).toEqual([]);
    expect(desk.requests.map(({ headers }) => headers['webhook-id'])).toEqual([
      delivered?.eventId,
      failed?.eventId,
      failed?.eventId,
    ]);
  });

  it('AR-19 replays all that failed since a time, and nothing older', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    await desk.on(webhookId, 'PATCH', '', { body: { enabled: true } });
    for (let count = 0; count < 3; count += 1) {
      await desk.changed();
      desk.clock.advance({ minutes: 1 });
    }
    // What was on its way when the endpoint was switched off has failed.
    await desk.on(webhookId, 'PATCH', '', { body: { enabled: false } });
    await desk.work();
    await desk.on(webhookId, 'PATCH', '', { body: { enabled: true } });
    const since = '2026-11-20T13:01:00.000+01:00';
    const replayed = await desk.on(webhookId, 'POST', '/replay-failed', { body: { since } });
    await desk.work();

    expect(replayed).toEqual({ status: 202, body: { replayed: 2, isComplete: true } });
    const found = await desk.deliveries(webhookId);
    expect(found.map(({ status, problem }) => [status, problem])).toEqual([
      ['delivered', null],
      ['delivered', null],
      ['failed', 'The webhook is switched off.'],
    ]);
  });

  it('I7 AR-19 shows nobody another organization’s webhooks or deliveries', async () => {
    const [desk, other] = [aDesk(), aDesk()];
    const { webhookId } = await desk.create();
    await desk.changed();
    const [delivery] = await desk.deliveries(webhookId);
    const params = { deliveryId: delivery?.deliveryId ?? '' };

    expect((await other.call({ method: 'GET', resource: '/v1/webhooks' })).body).toEqual({ items: [] });
    expect((await other.on(webhookId, 'GET', '/deliveries')).status).toBe(404);
    expect((await other.on(webhookId, 'GET', '/deliveries/{deliveryId}', { params })).status).toBe(404);
  });
});
