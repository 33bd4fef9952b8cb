import * as z from 'zod';
import { ProviderFamily } from '../core/accounts/social-account.ts';
import { JobPart } from '../core/activity/job.ts';
import { CapturedInteraction, RemovedInteraction } from '../core/interactions/captured-interaction.ts';
import { OrganizationId } from '../core/organizations/organization.ts';

/** The queues of the stack; each has a dead-letter queue of the same name with the suffix `-dead`. */
export const QueueNames = [
  'intake',
  'replies',
  'sync',
  'feeds',
  'reports',
  'webhooks',
  'feedback',
  'jobs',
] as const;
export type QueueName = (typeof QueueNames)[number];
/** Those that functions put messages into; what SES says about mails comes from AWS alone. */
export type SentQueueName = Exclude<QueueName, 'feedback'>;

/** Something was seen on a platform, by webhook or sync; whether it is new, known or edited is intake's decision. */
export const IntakeMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seen'), organizationId: OrganizationId, interaction: CapturedInteraction }),
  z.object({ kind: z.literal('removed'), organizationId: OrganizationId, removal: RemovedInteraction }),
]);
export type IntakeMessage = z.infer<typeof IntakeMessage>;

/** A reply may be due; the interaction itself says whether it is. */
export const ReplyMessage = z.object({ organizationId: OrganizationId, interactionId: z.string() });
export type ReplyMessage = z.infer<typeof ReplyMessage>;

/** One pass over one account, one interaction that a webhook announced without its content, or the account's end. */
export const SyncMessage = z.object({
  organizationId: OrganizationId,
  accountId: z.string(),
  announced: z
    .object({
      externalId: z.string(),
      contentExternalId: z.string(),
      parentExternalId: z.string().nullable(),
    })
    .optional(),
  /** A message whose sender has to be asked for, as webhooks name nobody. */
  unnamed: CapturedInteraction.optional(),
  /** The person who connected the account took that back at the platform. */
  withdrawal: z
    .object({ family: ProviderFamily, personId: z.string(), confirmationCode: z.string().nullable() })
    .optional(),
});
export type SyncMessage = z.infer<typeof SyncMessage>;

/** Feeds of one host, fetched one after another. */
export const FeedsMessage = z.object({
  host: z.string(),
  crawlId: z.string(),
  feeds: z.array(z.object({ feedId: z.string(), url: z.string() })).max(300),
  /** Of the tenant who asked for the reading; the feeds themselves belong to nobody. */
  job: JobPart.optional(),
});
export type FeedsMessage = z.infer<typeof FeedsMessage>;

/** A delivery to an endpoint may be due; the delivery itself says whether it is. */
export const WebhookMessage = z.object({
  organizationId: OrganizationId,
  webhookId: z.string(),
  deliveryId: z.string(),
});
export type WebhookMessage = z.infer<typeof WebhookMessage>;

/** A report schedule fired; `scheduledAt` is EventBridge Scheduler's own time of the occurrence. */
export const ReportMessage = z.object({
  organizationId: OrganizationId,
  scheduleId: z.string(),
  scheduledAt: z.string(),
  /** Somebody asked for the report and gets it alone. */
  preview: z
    .object({
      deliveryId: z.string(),
      recipient: z.object({ email: z.string(), name: z.string() }),
      period: z.enum(['last', 'current']),
    })
    .optional(),
});
export type ReportMessage = z.infer<typeof ReportMessage>;

/** The next slice of long work; what it is and how far it came lies in the table. */
export const JobMessage = z.object({ organizationId: OrganizationId, jobId: z.string(), slice: z.int() });
export type JobMessage = z.infer<typeof JobMessage>;
