import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { referenceOf } from './mail-feedback.ts';
import type { Mail, MailSender, MailSuppressions, ReportDeliveryStore } from './ports.ts';
import { MostAttempts, type ReportDelivery } from './report-delivery.ts';
import type { Recipient } from './report-schedule.ts';

export interface DeliverDeps {
  deliveries: Pick<ReportDeliveryStore, 'claim' | 'record'>;
  suppressions: Pick<MailSuppressions, 'reasonAgainst'>;
  mailSender: MailSender;
}

/** Makes the mail of each recipient; undefined where there is nothing to report. */
export type Compose = () => Promise<((recipient: Recipient) => Mail) | undefined>;

export interface Delivered {
  /** `earlier`: another round has settled it; `held`: another one is at it; `later`: it has to be tried again. */
  outcome: 'sent' | 'failed' | 'left-out' | 'earlier' | 'held' | 'later';
  delivery: ReportDelivery;
}

/**
 * Sends one mail under a claim on its delivery. A crash between the mail and its record sends it a second time:
 * a report that comes twice does less harm than one that never comes.
 */
export async function deliverReport(
  deps: DeliverDeps,
  context: TenantContext,
  delivery: ReportDelivery,
  compose: Compose,
  now: Instant,
): Promise<Delivered> {
  const claim = await deps.deliveries.claim(context, delivery, now);
  if (claim.kind === 'settled') return { outcome: 'earlier', delivery };
  if (claim.kind === 'held') return { outcome: 'held', delivery };
  const ended = await attempt(deps, context, { ...delivery, attempts: claim.attempts }, compose, now);
  await deps.deliveries.record(context, ended.delivery);
  return ended;
}

async function attempt(
  deps: DeliverDeps,
  context: TenantContext,
  delivery: ReportDelivery,
  compose: Compose,
  now: Instant,
): Promise<Delivered> {
  const ended = (changes: Partial<ReportDelivery>) => ({ ...delivery, finishedAt: now, ...changes });
  const against = await deps.suppressions.reasonAgainst(context, delivery.recipient.email);
  if (against) return { outcome: 'left-out', delivery: ended({ status: against }) };
  if (delivery.attempts > MostAttempts) {
    return {
      outcome: 'failed',
      delivery: ended({ status: 'failed', reason: 'It was given up after several attempts.' }),
    };
  }
  const mailFor = await compose();
  if (!mailFor) {
    const reason = 'There was nothing to report.';
    return { outcome: 'left-out', delivery: ended({ status: 'skipped', reason }) };
  }
  const answer = await deps.mailSender.send(mailFor(delivery.recipient), referenceOf(context, delivery));
  if (answer.kind === 'sent') {
    return { outcome: 'sent', delivery: ended({ status: 'sent', messageId: answer.messageId }) };
  }
  if (answer.kind === 'refused' || delivery.attempts === MostAttempts) {
    return { outcome: 'failed', delivery: ended({ status: 'failed', reason: answer.reason }) };
  }
  const { reason } = answer;
  return { outcome: 'later', delivery: { ...delivery, status: 'retrying', reason } };
}
