import {
  CreateReportSchedule,
  ListReportDeliveries,
  ListReportSchedules,
  PreviewReport,
  SendReportToMe,
  UpdateReportSchedule,
} from '../../../shared/contract/api/reports.ts';
import { aReportSchedule } from '../../support/reports.ts';
import { withoutAbsent } from './fake-organization.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

export function fakeReports(): FakeRoute[] {
  const schedules = [aReportSchedule({ lastSentAt: '2026-11-16T07:00:00.000Z', sendCount: 2 })];
  return [
    fake(ListReportSchedules, () => ({ items: schedules })),
    fake(CreateReportSchedule, ({ body }) => {
      const schedule = aReportSchedule({ ...body, scheduleId: `rep_${schedules.length + 1}` });
      schedules.push(schedule);
      return schedule;
    }),
    fake(UpdateReportSchedule, ({ params, body }) => {
      const schedule = schedules.find((one) => one.scheduleId === params.scheduleId);
      if (!schedule) throw new FakeProblem(404, 'not_found', 'The schedule was not found.');
      return Object.assign(schedule, withoutAbsent(body), { version: schedule.version + 1 });
    }),
    fake(PreviewReport, ({ query }) => `<h1>Figures of the ${query.period} period</h1>`),
    fake(SendReportToMe, () => ({ deliveryId: 'del_1' })),
    fake(ListReportDeliveries, () => ({ items: [] })),
  ];
}
