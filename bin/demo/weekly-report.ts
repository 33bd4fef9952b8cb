import {
  CreateReportSchedule,
  ListReportDeliveries,
  ListReportSchedules,
} from '../../shared/contract/api/reports.ts';
import type { ReportFileFormat, ReportSchedule } from '../../shared/core/reports/report-schedule.ts';
import type { Client } from './client.ts';
import { until } from './progress.ts';
import { DemoUser } from './sign-in.ts';

const Names: Record<ReportFileFormat, string> = {
  html_email: 'Weekly report',
  pdf: 'Weekly report as PDF',
  excel: 'Weekly report as spreadsheet',
};

export const Formats = ['html_email', 'pdf', 'excel'] as const;

/** A weekly report of the demo in one format, once, also over several runs (RP-01). */
export async function keepReportSchedule(client: Client, format: ReportFileFormat): Promise<ReportSchedule> {
  const { items } = await client.call(ListReportSchedules);
  return (
    items.find(({ name }) => name === Names[format]) ??
    client.call(CreateReportSchedule, {
      body: {
        name: Names[format],
        frequency: 'weekly',
        weekday: 1,
        time: '08:00',
        timeZone: 'Europe/Berlin',
        reportType: 'full',
        format,
        recipients: [{ email: DemoUser.email, name: 'Ana Pereira' }],
      },
    })
  );
}

/** Waits until the report of the last whole week was sent, and answers SES's id of the mail (RP-03). */
export async function sentMail(client: Client, scheduleId: string): Promise<string> {
  return until('the weekly report was sent', async () => {
    const { items } = await client.call(ListReportDeliveries, { params: { scheduleId } });
    const delivery = items.find(({ occasion }) => occasion === 'schedule');
    if (delivery?.status === 'failed') throw new Error(delivery.reason ?? 'The report was not sent.');
    return delivery?.messageId ?? undefined;
  });
}
