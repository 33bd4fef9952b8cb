import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';
import { ActionType } from '../replies/pending-reply.ts';
import { RuleTrace } from './decision.ts';

/**
 * How a decision ended.
 * `replied`: the platform shows the reply; `failed`: it certainly does not; `unconfirmed`: nobody knows;
 * `cancelled`: something changed while the reply waited; `blocked`: safety, a limit or the text itself stopped it;
 * `webhook_sent`: the rule's webhook was told instead, and people answer; `dry_run`: it would have been answered.
 */
export const ExecutionOutcome = z.enum([
  'replied',
  'failed',
  'unconfirmed',
  'cancelled',
  'blocked',
  'webhook_sent',
  'dry_run',
]);
export type ExecutionOutcome = z.infer<typeof ExecutionOutcome>;

/** The complete record of one automation decision (AR-14); there is one where a rule matched or a block fired. */
export const Execution = z.object({
  executionId: z.string(),
  interactionId: z.string(),
  revision: z.int(),
  provider: Provider,
  accountId: z.string(),
  ruleId: z.string().nullable(),
  ruleName: z.string().nullable(),
  ruleRevision: z.int().nullable(),
  actionType: ActionType.nullable(),
  shouldAutoReply: z.boolean(),
  reason: z.string(),
  blockedBy: z.string().nullable(),
  trace: z.array(RuleTrace),
  outcome: ExecutionOutcome,
  preparedText: z.string().nullable(),
  postedText: z.string().nullable(),
  externalReplyId: z.string().nullable(),
  /** Where it was sent to; of `webhook_sent` alone. */
  webhookId: z.string().optional(),
  success: z.boolean(),
  error: z.string().nullable(),
  /** From capture to posting. */
  delaySeconds: z.number().nullable(),
  /** From capture to the decision. */
  processingMilliseconds: z.number(),
  /** When and by whom the reply was deleted again. */
  undoneAt: z.string().optional(),
  undoneBy: z.string().optional(),
  decidedAt: z.string(),
  completedAt: z.string(),
});
export type Execution = z.infer<typeof Execution>;

export const ExecutionDaysKept = 400;
