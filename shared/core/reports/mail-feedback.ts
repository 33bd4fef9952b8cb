import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { systemContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { MailSuppressions, ReportDeliveryStore, ReportScheduleStore } from './ports.ts';
import type { ReportDelivery } from './report-delivery.ts';
import { digestOfAddress } from './unsubscribe-token.ts';

/** Names a delivery outside: it travels with the mail, and comes back with what is said about it. */
export const DeliveryReference = z.object({
  organizationId: z.string(),
  scheduleId: z.string(),
  /** The last day of the report's period, part of where the delivery is kept. */
  periodEnd: z.string(),
  deliveryId: z.string(),
});
export type DeliveryReference = z.infer<typeof DeliveryReference>;

/** What became of a mail after it was sent. */
export interface MailFeedback {
  status: 'delivered' | 'bounced' | 'complained';
  /** In words for a person; null where there is nothing to explain. */
  reason: string | null;
  /** Whether mails to the address would only do harm from now on. */
  suppresses: boolean;
  /** Whom the mail went to. */
  addresses: readonly string[];
  /** Absent for mails that are no reports, such as invitations. */
  about: DeliveryReference | undefined;
}

export interface FeedbackDeps {
  deliveries: Pick<ReportDeliveryStore, 'noteFeedback'>;
  schedules: Pick<ReportScheduleStore, 'noteFailure'>;
  suppressions: Pick<MailSuppressions, 'suppress'>;
}

export function referenceOf(
  { organizationId }: TenantContext,
  { scheduleId, period, deliveryId }: ReportDelivery,
): DeliveryReference {
  return { organizationId, scheduleId, periodEnd: period.to, deliveryId };
}

/**
 * RP-03: who bounces for good or complains gets no more mails, from anybody here; the delivery says what became of it,
 * and a failure is shown on the schedule.
 */
export async function takeInFeedback(
  deps: FeedbackDeps,
  feedback: MailFeedback,
  now: Instant,
): Promise<void> {
  const { status, reason, suppresses, addresses, about } = feedback;
  if (suppresses && status !== 'delivered') {
    for (const email of addresses) await deps.suppressions.suppress(digestOfAddress(email), status, now);
  }
  if (!about) return;
  const context = systemContext(about.organizationId);
  const noted = await deps.deliveries.noteFeedback(context, about, { status, reason });
  if (!noted || status === 'delivered') return;
  const [email = ''] = addresses;
  await deps.schedules.noteFailure(context, about.scheduleId, { at: now, email, reason: reason ?? status });
}
