import type { TenantContext } from '../kernel/tenant-context.ts';
import type { AuthorCooldown, RuleUsage } from './limits.ts';

/** New states of a rule's limits, written together with the reply that they concern. */
export interface LimitWrite {
  usage: RuleUsage;
  /** `null` ends the cooldown. */
  cooldown?: { authorKey: string; value: AuthorCooldown | null } | undefined;
}

export interface LimitStore {
  usages(context: TenantContext): Promise<RuleUsage[]>;
  /** Unused limits when nothing is stored. */
  usageOf(context: TenantContext, ruleId: string): Promise<RuleUsage>;
  cooldownOf(context: TenantContext, ruleId: string, authorKey: string): Promise<AuthorCooldown | undefined>;
}

/** Asks for a look at a waiting reply after a delay; the interaction itself decides whether it is due. */
export type WakeReply = (
  context: TenantContext,
  interactionId: string,
  delaySeconds: number,
) => Promise<void>;
