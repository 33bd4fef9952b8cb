import * as z from 'zod';
import { LocalStage } from '../shared/contract/env.ts';

/** Address with an optional name in front, as mails carry it. */
const MailAddress = z
  .string()
  .regex(/^(?:[^<>]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'write "Name <address>" or an address');

const QuietSecondsOf = (stage: string) => (stage === LocalStage ? 20 : 600);

/** The longest that Lambda collects a batch of a stream for. */
const FiguresWindowSecondsOf = (stage: string) => (stage === LocalStage ? 1 : 300);

/** What can be told to the stack with `-c name=value`; docs/operations.md explains each. */
const ContextValues = z.strictObject({
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,15}$/, 'use at most 16 lower-case letters, digits and hyphens')
    .default('dev'),
  account: z
    .string()
    .regex(/^\d{12}$/, 'an account number has 12 digits')
    .optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'not the name of a region')
    .optional(),
  domain: z.hostname().optional(),
  certificateArn: z
    .string()
    .startsWith('arn:aws:acm:us-east-1:', 'CloudFront takes certificates of us-east-1 only')
    .optional(),
  mailFrom: MailAddress.default('Earshot <reports@earshot.example>'),
  mailDomain: z.hostname().optional(),
  modelId: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('eu.anthropic.claude-haiku-4-5-20251001-v1:0'),
  replyQuietSeconds: z.coerce.number().int().min(1).max(86_400).optional(),
  /** Whether links of Google News are followed to their publishers: one slow request for each new article. */
  resolveNewsLinks: z.stringbool().optional(),
  openStreams: z.coerce.number().int().min(1).optional(),
  logRetentionDays: z.coerce
    .number()
    .pipe(z.literal([7, 14, 30, 90, 180, 365]))
    .default(30),
  alarmEmail: z.email().optional(),
});

/** One deployment of Earshot: everything that differs between stages. */
export type StageConfig = Omit<z.infer<typeof ContextValues>, 'replyQuietSeconds'> & {
  /** AR-12: how long after an uncertain post nothing is tried again. */
  replyQuietSeconds: number;
  /** How long changes are collected before they are counted: what one write counts costs once (decision 0013). */
  figuresWindowSeconds: number;
  /** Data outlives the stack, and the stack cannot be deleted by mistake. */
  keepsData: boolean;
};

const ContextNames = Object.keys(ContextValues.shape);

/**
 * Reads the stage's configuration from CDK context values.
 * @throws naming every value that is unknown, malformed or missing, with what to write instead.
 */
export function readConfig(context: Record<string, unknown>): StageConfig {
  const parsed = ContextValues.safeParse(context);
  const problems = parsed.success ? domainProblems(parsed.data) : parsed.error.issues.map(problemOf);
  if (!parsed.success || problems.length > 0) {
    throw new Error(
      `The context values of this stage cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}\n` +
        'Give them as -c name=value; docs/operations.md lists them.',
    );
  }
  const { replyQuietSeconds, ...values } = parsed.data;
  return {
    ...values,
    replyQuietSeconds: replyQuietSeconds ?? QuietSecondsOf(values.stage),
    figuresWindowSeconds: FiguresWindowSecondsOf(values.stage),
    keepsData: values.stage === 'prod',
  };
}

function domainProblems({ domain, certificateArn }: z.infer<typeof ContextValues>): string[] {
  if (domain && !certificateArn) return ['certificateArn: a domain needs its certificate.'];
  if (certificateArn && !domain) return ['domain: a certificate needs the domain that it is for.'];
  return [];
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.join(', ')}: there is no such value; known are ${ContextNames.join(', ')}.`;
  }
  return `${issue.path.join('.')}: ${issue.message}.`;
}
