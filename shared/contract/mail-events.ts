import * as z from 'zod';
import { DeliveryReference, type MailFeedback } from '../core/reports/mail-feedback.ts';

/** The kinds of events that SES is asked for, with the names that EventBridge gives them. */
export const MailEventNames = {
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Delivery: 'Email Delivered',
} as const;

/** The tags of a report's mail; SES allows letters, digits, `_` and `-` in their values. */
export const MailTags = {
  organization: 'organizationId',
  schedule: 'scheduleId',
  period: 'periodEnd',
  delivery: 'deliveryId',
} as const satisfies Record<string, keyof DeliveryReference>;

const Mail = z.object({
  destination: z.array(z.string()),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});
const Bounced = z.object({
  bounceType: z.string(),
  bouncedRecipients: z.array(z.object({ diagnosticCode: z.string().optional() })),
});
const Complained = z.object({ complaintFeedbackType: z.string().optional() });

const MailEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Bounce'), mail: Mail, bounce: Bounced }),
  z.object({ eventType: z.literal('Complaint'), mail: Mail, complaint: Complained }),
  z.object({ eventType: z.literal('Delivery'), mail: Mail }),
]);
type MailEvent = z.output<typeof MailEvent>;

/**
 * What SES says about a mail, as EventBridge puts it into the queue. Every mail of ours goes to one person, so what is
 * said of the mail concerns that address, also where the mail was handed on and came back from another one.
 */
export const FeedbackMessage = z
  .object({ detail: MailEvent })
  .transform(({ detail }): MailFeedback => ({ ...meaningOf(detail), ...referencesOf(detail) }));

function meaningOf(event: MailEvent): Pick<MailFeedback, 'status' | 'reason' | 'suppresses'> {
  switch (event.eventType) {
    case 'Bounce': {
      const { bounceType, bouncedRecipients } = event.bounce;
      const reason = bouncedRecipients[0]?.diagnosticCode ?? 'The mail came back.';
      // A full mailbox or an absent server is no reason never to write again.
      return { status: 'bounced', reason, suppresses: bounceType === 'Permanent' };
    }
    case 'Complaint':
      return { status: 'complained', reason: 'The mail was marked as spam.', suppresses: true };
    case 'Delivery':
      return { status: 'delivered', reason: null, suppresses: false };
  }
}

function referencesOf({ mail: { destination, tags } }: MailEvent): Pick<MailFeedback, 'addresses' | 'about'> {
  const named = Object.entries(MailTags).map(([tag, field]) => [field, tags[tag]?.[0]]);
  return { addresses: destination, about: DeliveryReference.safeParse(Object.fromEntries(named)).data };
}
