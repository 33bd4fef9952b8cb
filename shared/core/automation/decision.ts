import * as z from 'zod';

/** The first thing that kept a rule from matching, in terms that a person can check. */
export const FailedCheck = z.object({
  part: z.enum(['scope', 'condition', 'exclusion', 'hours', 'limit']),
  name: z.string(),
  expected: z.unknown().optional(),
  actual: z.unknown().optional(),
});
export type FailedCheck = z.infer<typeof FailedCheck>;

/** How one rule fared with one interaction. */
export const RuleTrace = z.object({
  ruleId: z.string(),
  name: z.string(),
  priority: z.int(),
  revision: z.int(),
  outcome: z.enum(['matched', 'not_matched', 'passed_over']),
  failed: FailedCheck.optional(),
  /** Facts that no platform told us, and that therefore excluded nothing (AR-04). */
  unknown: z.array(z.string()).optional(),
});
export type RuleTrace = z.infer<typeof RuleTrace>;

/**
 * What automation decided about one revision of an interaction.
 * `reply`: an answer is on its way; `webhook`: a rule's webhook is about to be told, and people answer;
 * `manual`: a person must handle it; `recorded`: kept from automation without work for anybody; `inbox`: no automation concerned it; `dry_run`: it would have been answered.
 */
export const Decision = z.object({
  decidedAt: z.string(),
  outcome: z.enum(['reply', 'webhook', 'manual', 'recorded', 'inbox', 'dry_run']),
  shouldAutoReply: z.boolean(),
  /** A stable code, explained in words by `explainReason`. */
  reason: z.string(),
  /** What stopped it, e.g. `safety:medical`, `limit:daily`, `blocklist`. */
  blockedBy: z.string().nullable(),
  ruleId: z.string().nullable(),
  ruleName: z.string().nullable(),
});
export type Decision = z.infer<typeof Decision>;
