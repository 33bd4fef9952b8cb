import * as z from 'zod';
import { ReportDelivery } from '../../core/reports/report-delivery.ts';
import { ReportSchedule, ReportSettings } from '../../core/reports/report-schedule.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const ScheduleParams = z.object({ scheduleId: z.string() });
const mayRead = { role: 'viewer', scope: 'reports:read' } as const;
const mayWrite = { role: 'admin', scope: 'reports:write' } as const;

export const ListReportSchedules = endpoint({
  id: 'listReportSchedules',
  method: 'GET',
  path: '/v1/report-schedules',
  resource: 'reports',
  access: mayRead,
  summary: 'The report schedules of your organization',
  query: PageQuery,
  status: 200,
  response: pageOf(ReportSchedule),
});

export const CreateReportSchedule = endpoint({
  id: 'createReportSchedule',
  method: 'POST',
  path: '/v1/report-schedules',
  resource: 'reports',
  access: mayWrite,
  summary: 'Have a report sent again and again',
  body: ReportSettings,
  status: 201,
  response: ReportSchedule,
  idempotent: true,
});

export const GetReportSchedule = endpoint({
  id: 'getReportSchedule',
  method: 'GET',
  path: '/v1/report-schedules/{scheduleId}',
  resource: 'reports',
  access: mayRead,
  summary: 'One report schedule',
  params: ScheduleParams,
  status: 200,
  response: ReportSchedule,
});

const shape = ReportSettings.shape;

export const UpdateReportSchedule = endpoint({
  id: 'updateReportSchedule',
  method: 'PATCH',
  path: '/v1/report-schedules/{scheduleId}',
  resource: 'reports',
  access: mayWrite,
  summary: 'Change a report schedule, or switch it on or off',
  params: ScheduleParams,
  // Without defaults: what a client leaves out stays as it is.
  body: z
    .strictObject({
      ...shape,
      enabled: shape.enabled.unwrap(),
      weekday: shape.weekday.unwrap(),
      dayOfMonth: shape.dayOfMonth.unwrap(),
      time: shape.time.unwrap(),
      timeZone: shape.timeZone.unwrap(),
      reportType: shape.reportType.unwrap(),
      accountIds: shape.accountIds.unwrap(),
      format: shape.format.unwrap(),
      onlyWhenThereIsSomething: shape.onlyWhenThereIsSomething.unwrap(),
    })
    .partial(),
  status: 200,
  response: ReportSchedule,
});

export const DeleteReportSchedule = endpoint({
  id: 'deleteReportSchedule',
  method: 'DELETE',
  path: '/v1/report-schedules/{scheduleId}',
  resource: 'reports',
  access: mayWrite,
  summary: 'Send this report no more',
  params: ScheduleParams,
  status: 204,
});

export const SendReportToMe = endpoint({
  id: 'sendReportToMe',
  method: 'POST',
  path: '/v1/report-schedules/{scheduleId}/send',
  resource: 'reports',
  access: { role: 'admin', scope: null },
  summary: 'Send this report now, to you alone',
  params: ScheduleParams,
  body: z.strictObject({
    period: z.enum(['last', 'current']).default('last').describe('The last whole period, or the running one'),
  }),
  status: 202,
  response: z.object({ deliveryId: z.string() }),
  idempotent: true,
});

export const PreviewReport = endpoint({
  id: 'previewReport',
  method: 'GET',
  path: '/v1/report-schedules/{scheduleId}/preview',
  resource: 'reports',
  access: mayRead,
  summary: 'This report as a page, of the figures of now',
  params: ScheduleParams,
  query: z.strictObject({
    period: z.enum(['last', 'current']).default('last').describe('The last whole period, or the running one'),
  }),
  status: 200,
  response: z.string(),
  produces: 'text/html; charset=utf-8',
});

export const ListReportDeliveries = endpoint({
  id: 'listReportDeliveries',
  method: 'GET',
  path: '/v1/report-schedules/{scheduleId}/deliveries',
  resource: 'reports',
  access: mayRead,
  summary: 'Who got which report when, the latest periods first',
  params: ScheduleParams,
  query: PageQuery,
  status: 200,
  response: pageOf(ReportDelivery),
});

const UnsubscribeQuery = z.object({ token: z.string().max(1_000) });

export const AskToUnsubscribe = endpoint({
  id: 'askToUnsubscribe',
  method: 'GET',
  path: '/v1/unsubscribe',
  resource: 'reports',
  access: 'public',
  summary: 'The page behind the unsubscribe link of a mail',
  description: 'Changes nothing: programs that look into mails follow their links.',
  query: UnsubscribeQuery,
  status: 200,
  response: z.string(),
  produces: 'text/html; charset=utf-8',
});

export const Unsubscribe = endpoint({
  id: 'unsubscribe',
  method: 'POST',
  path: '/v1/unsubscribe',
  resource: 'reports',
  access: 'public',
  summary: 'Get no more reports of an organization (RFC 8058 one-click)',
  query: UnsubscribeQuery,
  rawBody: true,
  status: 200,
  response: z.string(),
  produces: 'text/html; charset=utf-8',
});

export const reportsEndpoints = [
  ListReportSchedules,
  CreateReportSchedule,
  GetReportSchedule,
  UpdateReportSchedule,
  DeleteReportSchedule,
  SendReportToMe,
  PreviewReport,
  ListReportDeliveries,
  AskToUnsubscribe,
  Unsubscribe,
];
