import * as z from 'zod';

/** The stage that runs on one machine; only there may the outside world be simulated. */
export const LocalStage = 'local';

/**
 * Every environment variable that a function may be given. The stack sets them from this type, the functions read
 * them through it, so that a missing or misspelt one fails to compile or names itself at the first call.
 */
export const Environment = z.object({
  STAGE: z.string(),
  TABLE_NAME: z.string(),
  /** Secrets Manager secret whose value signs cursors, unsubscribe links and OAuth states. */
  SIGNING_SECRET_ARN: z.string(),
  /** Secrets Manager secret with the providers' app credentials as JSON. */
  PROVIDERS_SECRET_ARN: z.string(),
  /** KMS key that encrypts the platforms' tokens and the secrets that sign webhooks. */
  TOKENS_KEY_ARN: z.string(),
  INTAKE_QUEUE_URL: z.url(),
  REPLIES_QUEUE_URL: z.url(),
  SYNC_QUEUE_URL: z.url(),
  FEEDS_QUEUE_URL: z.url(),
  REPORTS_QUEUE_URL: z.url(),
  WEBHOOKS_QUEUE_URL: z.url(),
  JOBS_QUEUE_URL: z.url(),
  /** Bucket of the files that exports of personal data leave. */
  EXPORTS_BUCKET: z.string(),
  /** For the schedules that reports create at run time. */
  REPORTS_QUEUE_ARN: z.string(),
  SCHEDULE_GROUP_NAME: z.string(),
  SCHEDULE_ROLE_ARN: z.string(),
  /** Bedrock model or inference profile id. */
  MODEL_ID: z.string(),
  /** The sender of mails, e.g. `Earshot <reports@brand.example>`. */
  MAIL_FROM: z.string(),
  /** The SES configuration set that tells what becomes of mails. */
  MAIL_CONFIGURATION_SET: z.string(),
  /** Where people reach the console, without a trailing slash; redirect URIs and links begin with it. */
  PUBLIC_URL: z.url(),
  USER_POOL_ISSUER: z.url(),
  USER_POOL_CLIENT_ID: z.string(),
  /** Where the pool's keys are read; derived from the issuer in AWS. */
  USER_POOL_JWKS_URL: z.url(),
  /** AR-12: how long after an uncertain post nothing is tried again. */
  REPLY_QUIET_SECONDS: z.coerce.number().int().positive(),
  /** `true` if the crawl shall follow links of Google News to their publishers (PM-08). */
  RESOLVE_NEWS_LINKS: z.string(),
  /** Local stage only: base address of the simulated outside world. */
  OUTSIDE_WORLD_URL: z.url(),
});
export type Environment = z.infer<typeof Environment>;
export type EnvironmentName = keyof Environment;
