import type * as contract from '../../../../shared/contract/api/reports.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';

export type Schedule = Answer<typeof contract.GetReportSchedule>;
export type ScheduleInput = Arguments<typeof contract.CreateReportSchedule>['body'];
export type ScheduleChanges = Arguments<typeof contract.UpdateReportSchedule>['body'];
export type Period = NonNullable<Arguments<typeof contract.SendReportToMe>['body']['period']>;
export type Delivery = Answer<typeof contract.ListReportDeliveries>['items'][number];

export const ListSchedules = operation<typeof contract.ListReportSchedules>(
  'GET',
  '/v1/report-schedules',
  false,
);
export const CreateSchedule = operation<typeof contract.CreateReportSchedule>(
  'POST',
  '/v1/report-schedules',
  true,
);
export const UpdateSchedule = operation<typeof contract.UpdateReportSchedule>(
  'PATCH',
  '/v1/report-schedules/{scheduleId}',
  false,
);
export const DeleteSchedule = operation<typeof contract.DeleteReportSchedule>(
  'DELETE',
  '/v1/report-schedules/{scheduleId}',
  false,
);
export const SendReportToMe = operation<typeof contract.SendReportToMe>(
  'POST',
  '/v1/report-schedules/{scheduleId}/send',
  true,
);
export const PreviewReport = operation<typeof contract.PreviewReport>(
  'GET',
  '/v1/report-schedules/{scheduleId}/preview',
  false,
);
export const ListDeliveries = operation<typeof contract.ListReportDeliveries>(
  'GET',
  '/v1/report-schedules/{scheduleId}/deliveries',
  false,
);
