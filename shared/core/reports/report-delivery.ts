import * as z from 'zod';
import { derivedId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period } from './report-period.ts';
import { normalisedAddress } from './report-schedule.ts';

/** One report of one period on its way to one recipient (RP-03). */
export const ReportDelivery = z.object({
  deliveryId: z.string(),
  scheduleId: z.string(),
  /** `preview`: somebody asked for it and got it alone. */
  occasion: z.enum(['schedule', 'preview']),
  period: z.object({ from: z.string(), to: z.string(), timeZone: z.string() }),
  recipient: z.object({ email: z.string(), name: z.string() }),
  status: z.enum([
    'sending',
    'retrying',
    'sent',
    'failed',
    // What the mailbox's server, or its owner, said about it afterwards.
    'delivered',
    'bounced',
    'complained',
    // Not sent: mails to this address came back before; its owner wants none; there was nothing to report.
    'suppressed',
    'unsubscribed',
    'skipped',
  ]),
  /** Why it was not sent, in words for a person. */
  reason: z.string().nullable(),
  attempts: z.int(),
  /** SES's id of the mail. */
  messageId: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ReportDelivery = z.infer<typeof ReportDelivery>;

/** Longer than the sending function can live: what is still claimed then was lost in a crash and may be taken over. */
export const ClaimSeconds = 150;

/** After so many attempts a delivery is recorded as failed. */
export const MostAttempts = 5;

/** The identity of a delivery: however often a schedule fires, a recipient gets the report of a period once. */
export function deliveryIdOf(scheduleId: string, period: Period, email: string): string {
  return derivedId('del', scheduleId, period.from, period.to, normalisedAddress(email));
}

export function aDelivery(
  identity: Pick<ReportDelivery, 'deliveryId' | 'scheduleId' | 'occasion' | 'period' | 'recipient'>,
  startedAt: Instant,
): ReportDelivery {
  return {
    ...identity,
    status: 'sending',
    reason: null,
    attempts: 0,
    messageId: null,
    startedAt,
    finishedAt: null,
  };
}
