import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReportsConsumer } from '../../../lambdas/queues/reports.ts';
import type { ReportMessage } from '../../../shared/contract/queues.ts';
import { updateSchedule } from '../../../shared/core/reports/manage-schedule.ts';
import type { Mail, MailOutcome } from '../../../shared/core/reports/ports.ts';
import { digestOfAddress } from '../../../shared/core/reports/unsubscribe-token.ts';
import { duePartition, dueShardOf } from '../../../shared/infra/dynamo/keys.ts';
import { mailSuppressionStore } from '../../../shared/infra/dynamo/mail-suppression-store.ts';
import { reportDeliveryStore, reportScheduleStore } from '../../../shared/infra/dynamo/report-store.ts';
import { fixedClock, sequentialIds } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { aReportSchedule, reportSources } from '../../support/reports.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const Due = '2026-11-23T07:00:00.000Z';
const context = aContext();
const ana = { email: 'ana@beanbar.example', name: 'Ana' };
const bob = { email: 'bob@beanbar.example', name: 'Bob' };

let started: StartedTable;
let stores: ReturnType<typeof storesOf>;
const storesOf = ({ table }: StartedTable) => ({
  schedules: reportScheduleStore(table),
  deliveries: reportDeliveryStore(table),
  suppressions: mailSuppressionStore(table),
});

beforeAll(async () => {
  started = await startTable();
  stores = storesOf(started);
});
afterAll(() => started.stop());

let sent: Mail[];
let answer: (mail: Mail) => MailOutcome;
let last = 0;
let scheduleId: string;
const clock = fixedClock();

beforeEach(async () => {
  sent = [];
  answer = () => ({ kind: 'sent', messageId: `ses-${sent.length}` });
  clock.set(Due);
  last += 1;
  scheduleId = `rep_${last}`;
  await stores.schedules.create(context, aReportSchedule({ scheduleId, recipients: [ana, bob] }));
});

async function fire(message: Partial<ReportMessage> = {}): Promise<number> {
  const mailSender = {
    send: async (mail: Mail) => {
      const outcome = answer(mail);
      if (outcome.kind === 'sent') sent.push(mail);
      return outcome;
    },
  };
  const handler = createReportsConsumer({ ...reportSources(), ...stores, mailSender }, { clock });
  const body = { organizationId: 'org_beanbar', scheduleId, scheduledAt: '2026-11-23T07:00:00Z', ...message };
  const record = {
    messageId: 'm1',
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '1' },
  };
  const event = { Records: [record] } as unknown as SQSEvent;
  const { batchItemFailures } = await handler(event, { getRemainingTimeInMillis: () => 60_000 } as Context);
  return batchItemFailures.length;
}

const addressees = () => sent.map(({ to }) => to.email);
const deliveries = async () =>
  (await stores.deliveries.page(context, scheduleId, { limit: 50 })).items
    .map(({ recipient, period, status, attempts, reason }) => ({
      to: recipient.email,
      week: period.from,
      status,
      attempts,
      reason,
    }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));

/** When the timer looks after the schedule. */
async function wakes(): Promise<string[]> {
  const ref = `org_beanbar#${scheduleId}`;
  const entries = await Array.fromAsync(
    started.table.due(duePartition('report', dueShardOf(ref)), '2027-01-01T00:00:00.000Z'),
  );
  return entries.flatMap((entry) => (entry.ref === ref ? [entry.wakeAt] : []));
}

describe('the reports queue', () => {
  it('RP-03 sends one mail to each recipient, and none more when the schedule fires twice', async () => {
    const failures = [await fire(), await fire(), await fire({ scheduledAt: '2026-11-23T07:00:30Z' })];

    expect(failures).toEqual([0, 0, 0]);
    expect(addressees()).toEqual([ana.email, bob.email]);
    expect(await deliveries()).toEqual([
      { to: ana.email, week: '2026-11-16', status: 'sent', attempts: 1, reason: null },
      { to: bob.email, week: '2026-11-16', status: 'sent', attempts: 1, reason: null },
    ]);
    expect(await stores.schedules.find(context, scheduleId)).toMatchObject({
      lastSentAt: Due,
      nextScheduledAt: '2026-11-30T07:00:00.000Z',
      sendCount: 1,
      lastFailure: null,
      version: 1,
    });
    expect(await wakes()).toEqual(['2026-11-30T07:05:00.000Z']);
  });

  it('RP-03 sends one mail to each recipient when two workers get the alarm at once', async () => {
    await Promise.all([fire(), fire(), fire()]);
    clock.advance({ minutes: 12 });
    await fire();

    expect(addressees().sort()).toEqual([ana.email, bob.email]);
  });

  it('RP-03 tries a failed mail again without repeating the others', async () => {
    answer = ({ to }) =>
      to.email === ana.email
        ? { kind: 'unavailable', reason: 'Throttling' }
        : { kind: 'sent', messageId: 'x' };
    const first = await fire();
    const wakesAfterFailure = await wakes();
    answer = () => ({ kind: 'sent', messageId: 'y' });
    clock.advance({ minutes: 12 });
    const second = await fire();

    expect([first, second]).toEqual([1, 0]);
    expect(wakesAfterFailure).toEqual(['2026-11-23T09:00:00.000Z']);
    expect(addressees()).toEqual([bob.email, ana.email]);
    expect(await stores.schedules.find(context, scheduleId)).toMatchObject({ sendCount: 1 });
  });

  it('RP-03 records a mail as failed when five attempts failed, and shows it on the schedule', async () => {
    answer = () => ({ kind: 'unavailable', reason: 'Throttling' });
    const failures: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      failures.push(await fire());
      clock.advance({ minutes: 12 });
    }

    expect(failures).toEqual([1, 1, 1, 1, 0]);
    expect((await deliveries()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['failed', 5],
      ['failed', 5],
    ]);
    expect(await stores.schedules.find(context, scheduleId)).toMatchObject({
      sendCount: 0,
      lastFailure: { email: ana.email, reason: 'Throttling' },
      nextScheduledAt: '2026-11-30T07:00:00.000Z',
    });
  });

  it('RP-03 does not try a refused mail again', async () => {
    answer = () => ({ kind: 'refused', reason: 'MessageRejected: no such address' });

    expect(await fire()).toBe(0);
    expect((await deliveries()).map(({ status }) => status)).toEqual(['failed', 'failed']);
  });

  it('RP-03 takes over a mail that was lost in a crash, once its claim has run out', async () => {
    answer = () => {
      throw new Error('the process was killed');
    };
    const crashed = await fire();
    answer = () => ({ kind: 'sent', messageId: 'z' });
    const tooEarly = await fire();
    clock.advance({ minutes: 12 });
    const later = await fire();

    expect([crashed, tooEarly, later]).toEqual([1, 0, 0]);
    expect(addressees().sort()).toEqual([ana.email, bob.email]);
  });

  it('RP-03 leaves out who unsubscribed here and whose address bounced anywhere', async () => {
    await stores.suppressions.unsubscribe(context, digestOfAddress('ANA@beanbar.example'), Due);
    const key = { partition: `MAIL#${digestOfAddress(bob.email)}`, sort: 'SUPPRESSION' };
    await started.table.global.put(key, { type: 'MailSuppression', reason: 'bounce' });
    await fire();
    await started.table.global.delete(key);
    await started.table
      .tenant(context)
      .delete({ partition: '', sort: `UNSUBSCRIBED#${digestOfAddress(ana.email)}` });

    expect(addressees()).toEqual([]);
    expect((await deliveries()).map(({ status }) => status)).toEqual(['unsubscribed', 'suppressed']);
  });

  it('RP-01 sends what an alarm missed once, when the timer finds it', async () => {
    clock.set('2026-11-23T07:05:00.000Z');
    await fire({ scheduledAt: '2026-11-23T07:04:10.000Z' });

    expect((await deliveries()).map(({ week }) => week)).toEqual(['2026-11-16', '2026-11-16']);
    expect(addressees()).toEqual([ana.email, bob.email]);
  });

  it('RP-01 says of a missed report that it comes late, sends it once, and says nothing of one in time', async () => {
    clock.set('2026-11-23T09:30:00.000Z');
    await fire({ scheduledAt: '2026-11-23T09:30:00.000Z' });
    await fire({ scheduledAt: '2026-11-23T07:00:00.000Z' });
    const late = sent.map(({ text }) => text.includes('was due on 23 Nov 2026, 08:00 and comes late'));
    sent = [];
    clock.set('2026-11-30T07:00:02.000Z');
    await fire({ scheduledAt: '2026-11-30T07:00:00.000Z' });
    const inTime = sent.map(({ text }) => text.includes('comes late'));

    expect([late, inTime]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('RP-03 records that there was nothing to report where nobody wants to read that', async () => {
    const schedule = await stores.schedules.find(context, scheduleId);
    const alarms = { set: async () => {}, remove: async () => {} };
    const deps = { ...stores, alarms, newId: sequentialIds() };
    await updateSchedule(
      deps,
      context,
      scheduleId,
      { onlyWhenThereIsSomething: true },
      1,
      '2026-11-22T00:00:00.000Z',
    );
    await fire();
    await fire();

    expect(schedule?.onlyWhenThereIsSomething).toBe(false);
    expect(sent).toEqual([]);
    expect((await deliveries()).map(({ status, reason }) => [status, reason])).toEqual([
      ['skipped', 'There was nothing to report.'],
      ['skipped', 'There was nothing to report.'],
    ]);
    expect(await stores.schedules.find(context, scheduleId)).toMatchObject({
      lastSentAt: null,
      sendCount: 0,
      nextScheduledAt: '2026-11-30T07:00:00.000Z',
    });
  });

  it('RP-01 sends nothing while the schedule is off, and nothing for one that is gone', async () => {
    const alarms = { set: async () => {}, remove: async () => {} };
    const deps = { ...stores, alarms, newId: sequentialIds() };
    await updateSchedule(deps, context, scheduleId, { enabled: false }, 1, Due);

    expect([await fire(), await fire({ scheduleId: 'rep_gone' })]).toEqual([0, 0]);
    expect(sent).toEqual([]);
  });

  it('RP-04 sends a preview of the running week to the one who asked, and the real report still goes to all', async () => {
    const preview = { deliveryId: 'del_1', recipient: ana, period: 'current' } as const;
    const failures = [await fire({ preview }), await fire({ preview }), await fire()];

    expect(failures).toEqual([0, 0, 0]);
    expect(addressees()).toEqual([ana.email, ana.email, bob.email]);
    expect((await deliveries()).map(({ to, week }) => [to, week])).toEqual([
      [ana.email, '2026-11-23'],
      [ana.email, '2026-11-16'],
      [bob.email, '2026-11-16'],
    ]);
  });
});
