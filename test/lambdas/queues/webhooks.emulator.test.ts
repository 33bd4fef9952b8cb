import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { millisecondsBetween } from '../../../shared/core/kernel/time.ts';
import { notifyDisabled } from '../../../shared/core/webhooks/notify-disabled.ts';
import { anObservedInteraction } from '../../support/changes.ts';
import { aContext } from '../../support/contexts.ts';
import { anOrganization } from '../../support/conversation-builders.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';
import { WebhookDesk } from '../../support/webhook-desk.ts';

let started: StartedTable;
let tenants = 0;
beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

const aDesk = () => {
  tenants += 1;
  return new WebhookDesk(started.table, `org_queue_${tenants}`);
};
const refused = (status: number, retryAfterSeconds: number | null = null) => ({
  kind: 'answered' as const,
  status,
  answer: '',
  retryAfterSeconds,
  milliseconds: 7,
});

describe('a delivery', () => {
  it('AR-19 exists once however often the stream tells of the change, and is sent once', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    await desk.changed({ eventId: 'same' });
    await desk.work();
    await desk.changed({ eventId: 'same' });
    await desk.changed({ eventId: 'same' });
    await desk.work();

    expect(desk.requests).toHaveLength(1);
    expect(await desk.deliveries(webhookId)).toHaveLength(1);
  });

  it('AR-19 is made for what an endpoint subscribes to, and only while it is on', async () => {
    const desk = aDesk();
    const wanted = await desk.create();
    const other = await desk.create({ eventTypes: ['report.sent'] });
    const off = await desk.create({ enabled: false });
    await desk.changed();

    const counts = [wanted, other, off].map(
      async ({ webhookId }) => (await desk.deliveries(webhookId)).length,
    );
    expect(await Promise.all(counts)).toEqual([1, 0, 0]);
  });

  it('AR-19 costs an organization without endpoints no write', async () => {
    const desk = aDesk();
    await desk.changed({ after: anObservedInteraction() });
    expect(desk.queue).toEqual([]);
  });

  it('AR-19 is tried again until it arrives', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    desk.answer = refused(500);
    await desk.changed();
    await desk.work();
    const [waiting] = await desk.deliveries(webhookId);
    desk.answer = refused(200);
    await desk.workWhenDue();
    const [delivered] = await desk.deliveries(webhookId);

    expect(waiting).toMatchObject({ status: 'waiting', tries: 1, problem: null });
    expect(delivered).toMatchObject({
      status: 'delivered',
      nextAt: null,
      attempts: [
        { status: 500, problem: 'It answered 500.' },
        { status: 200, problem: null },
      ],
    });
    expect((await desk.on(webhookId, 'GET')).body.failingSince).toBeNull();
    expect(await desk.workWhenDue()).toBe(false);
  });

  it('AR-19 is given up after more than 24 hours of failures, and with it an endpoint that took nothing for days', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    desk.answer = { kind: 'failed', reason: 'It could not be reached.', milliseconds: 3 };
    const since = desk.clock.now();
    await desk.changed();
    while (await desk.workWhenDue());
    const [delivery] = await desk.deliveries(webhookId);

    expect(delivery).toMatchObject({ status: 'failed', problem: 'It could not be reached.', tries: 10 });
    expect(millisecondsBetween(since, delivery?.finishedAt ?? since)).toBeGreaterThan(3 * 86_400_000);
    expect((await desk.on(webhookId, 'GET')).body).toMatchObject({
      enabled: false,
      disabledReason: 'failing',
      failingSince: since,
    });
    expect(desk.notices).toEqual(['https://hooks.example.com/earshot failing']);
    await desk.changed();
    expect(await desk.deliveries(webhookId)).toHaveLength(1);
  });

  it('AR-19 ends at once where the address is gone, once for all', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    await desk.changed();
    await desk.changed();
    desk.answer = refused(410);
    await desk.work();
    const found = await desk.deliveries(webhookId);

    expect(found.map(({ status, tries }) => [status, tries]).toSorted()).toEqual([
      ['failed', 0],
      ['failed', 1],
    ]);
    expect(desk.notices).toEqual(['https://hooks.example.com/earshot gone']);
  });

  it('AR-19 counts failures anew after the address changed', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    desk.answer = refused(500);
    await desk.changed();
    await desk.work();
    const failing = (await desk.on(webhookId, 'GET')).body;
    const moved = await desk.on(webhookId, 'PATCH', '', { body: { url: 'https://hooks.example.com/new' } });

    expect([failing.failingSince, moved.body.failingSince]).toEqual([expect.any(String), null]);
  });

  it('AR-19 waits as long as the receiver asks for', async () => {
    const desk = aDesk();
    const { webhookId } = await desk.create();
    desk.answer = refused(429, 600);
    await desk.changed();
    await desk.work();
    const [delivery] = await desk.deliveries(webhookId);
    expect(millisecondsBetween(desk.clock.now(), delivery?.nextAt ?? '')).toBe(600_000);
  });

  it('AR-19 that comes too early, or twice, is left alone', async () => {
    const desk = aDesk();
    await desk.create();
    desk.answer = refused(503);
    await desk.changed();
    const early = { ...desk.queue[0] };
    await desk.work();
    desk.queue.length = 0;
    desk.queue.push(early as (typeof desk.queue)[number]);
    await desk.work();
    expect(desk.requests).toHaveLength(1);
  });
});

describe('the notice of an endpoint that was switched off', () => {
  it.each([
    ['en', 'Earshot switched off your webhook at hooks.example.com'],
    ['de', 'Earshot hat Ihren Webhook bei hooks.example.com abgeschaltet'],
    ['pt', 'O Earshot desligou o seu webhook em hooks.example.com'],
  ] as const)('AR-19 goes to owners and admins who take mails, in %s', async (language, subject) => {
    const member = (name: string, role: 'owner' | 'admin' | 'agent') => ({
      memberId: name,
      email: `${name}@beanbar.example`,
      name,
      role,
      joinedAt: '2026-11-01T00:00:00.000Z',
      version: 1,
    });
    const sent: unknown[] = [];
    const deps = {
      organizations: {
        get: async () => anOrganization({ language }),
        members: async () => [
          member('ana', 'owner'),
          member('max', 'admin'),
          member('lea', 'agent'),
          member('tom', 'admin'),
        ],
      },
      suppressions: {
        reasonAgainst: async (_context: unknown, email: string) =>
          email.startsWith('tom') ? ('suppressed' as const) : undefined,
      },
      mailSender: {
        send: async (mail: { to: unknown; subject: string; html: string; text: string }) => {
          sent.push({ to: mail.to, subject: mail.subject });
          expect(mail.html).toContain('a=1&amp;b=2');
          expect(mail.text).toContain('https://earshot.example');
          return { kind: 'sent' as const, messageId: 'm' };
        },
      },
      publicUrl: 'https://earshot.example',
    };
    await notifyDisabled(deps, aContext(), { url: 'https://hooks.example.com/x?a=1&b=2' }, 'gone');
    expect(sent).toEqual([
      { to: { email: 'ana@beanbar.example', name: 'ana' }, subject },
      { to: { email: 'max@beanbar.example', name: 'max' }, subject },
    ]);
  });
});
