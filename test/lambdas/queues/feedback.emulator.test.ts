import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeedbackConsumer } from '../../../lambdas/queues/feedback.ts';
import { aDelivery, type ReportDelivery } from '../../../shared/core/reports/report-delivery.ts';
import { mailSuppressionStore } from '../../../shared/infra/dynamo/mail-suppression-store.ts';
import { reportDeliveryStore, reportScheduleStore } from '../../../shared/infra/dynamo/report-store.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { aReportSchedule } from '../../support/reports.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const SentAt = '2026-11-23T07:00:00.000Z';
const context = aContext();
const recipient = { email: 'ana@beanbar.example', name: 'Ana' };
const period = { from: '2026-11-16', to: '2026-11-22', timeZone: 'Europe/Berlin' };
const clock = fixedClock('2026-11-23T07:00:05.000Z');

const storesOf = ({ table }: StartedTable) => ({
  schedules: reportScheduleStore(table),
  deliveries: reportDeliveryStore(table),
  suppressions: mailSuppressionStore(table),
});
let started: StartedTable;
let stores: ReturnType<typeof storesOf>;
let last = 0;
let scheduleId: string;
let email: string;

beforeAll(async () => {
  started = await startTable();
  stores = storesOf(started);
});
afterAll(() => started.stop());
beforeEach(async () => {
  last += 1;
  scheduleId = `rep_${last}`;
  email = `ana${last}@beanbar.example`;
  await stores.schedules.create(context, aReportSchedule({ scheduleId }));
});

async function sent(status: ReportDelivery['status'] = 'sent'): Promise<void> {
  const identity = { deliveryId: 'del_1', scheduleId, occasion: 'schedule', period, recipient } as const;
  await stores.deliveries.record(context, { ...aDelivery(identity, SentAt), status, attempts: 1 });
}

const bounce = (bounceType = 'Permanent') => ({
  eventType: 'Bounce',
  bounce: { bounceType, bouncedRecipients: [{ diagnosticCode: 'smtp; 550 5.1.1 user unknown' }] },
});
const complaint = { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } };
const delivery = { eventType: 'Delivery' };

/** How many messages failed. */
async function say(said: object, tags: Record<string, string[]> = tagsOf()): Promise<number> {
  const detail = { mail: { destination: [email], tags }, ...said };
  const record = {
    messageId: 'm1',
    body: JSON.stringify({ source: 'aws.ses', detail }),
    attributes: { ApproximateReceiveCount: '1' },
  };
  const handler = createFeedbackConsumer(stores, { clock });
  const event = { Records: [record] } as unknown as SQSEvent;
  const { batchItemFailures } = await handler(event, { getRemainingTimeInMillis: () => 30_000 } as Context);
  return batchItemFailures.length;
}

const tagsOf = () => ({
  organization: [context.organizationId],
  schedule: [scheduleId],
  period: [period.to],
  delivery: ['del_1'],
});

async function state() {
  const { items } = await stores.deliveries.page(context, scheduleId, { limit: 5 });
  const schedule = await stores.schedules.find(context, scheduleId);
  return {
    delivery: items.map(({ status, reason }) => [status, reason]),
    against: await stores.suppressions.reasonAgainst(aContext({ organizationId: 'org_other' }), email),
    failure: schedule?.lastFailure ?? null,
    version: schedule?.version,
  };
}

describe('what SES says about the mail of a report', () => {
  it('RP-03 is written into its delivery when it arrived', async () => {
    await sent();

    expect(await say(delivery)).toBe(0);
    expect(await state()).toEqual({
      ...{ delivery: [['delivered', null]], against: undefined, failure: null, version: 1 },
    });
  });

  it('RP-03 keeps every organization from writing again to an address that bounced for good, and shows it', async () => {
    await sent();
    await say(bounce());
    const reason = 'smtp; 550 5.1.1 user unknown';

    expect(await state()).toEqual({
      delivery: [['bounced', reason]],
      against: 'suppressed',
      failure: { at: '2026-11-23T07:00:05.000Z', email, reason },
      version: 1,
    });
  });

  it('RP-03 only shows a bounce that may pass, such as of a full mailbox', async () => {
    await sent();
    await say(bounce('Transient'));

    expect(await state()).toMatchObject({ against: undefined, failure: { email } });
  });

  it('RP-03 takes what is said in any order and twice: a complaint outweighs a bounce, and that a delivery', async () => {
    await sent();
    const failed = [
      await say(complaint),
      await say(delivery),
      await say(bounce()),
      await say(delivery),
      await say(complaint),
    ];

    expect(failed).toEqual([0, 0, 0, 0, 0]);
    expect((await state()).delivery).toEqual([['complained', 'The mail was marked as spam.']]);
  });

  it('RP-03 is heard again when it came before the mail was recorded as sent', async () => {
    await sent('sending');
    const early = await say(delivery);
    await sent();
    const again = await say(delivery);

    expect([early, again]).toEqual([1, 0]);
    expect((await state()).delivery).toEqual([['delivered', null]]);
  });

  it('RP-03 suppresses the address of a mail that is no report, and of a delivery that is gone', async () => {
    expect([await say(bounce(), {}), (await state()).against]).toEqual([0, 'suppressed']);
    expect([await say(complaint), await say(delivery)]).toEqual([0, 0]);
    expect(await state()).toMatchObject({ delivery: [], failure: null });
  });
});
