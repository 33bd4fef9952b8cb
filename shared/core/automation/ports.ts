import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Blocklist, ReadableBlocklist } from './blocklist.ts';
import type { Execution, ExecutionOutcome } from './execution.ts';
import type { Rule } from './rule.ts';
import type { RuleOrder } from './rule-order.ts';
import type { ReplyTemplate } from './template.ts';

export interface RuleStore {
  /** All rules of the organization. */
  list(context: TenantContext): Promise<Rule[]>;
  find(context: TenantContext, ruleId: string): Promise<Rule | undefined>;
  order(context: TenantContext): Promise<RuleOrder>;
  /**
   * Saves rules together with the order that they keep unique.
   * @throws conflict `rules_changed_meanwhile` when the order or one of the rules is not the version it was made from.
   */
  save(context: TenantContext, rules: readonly Rule[], order: RuleOrder): Promise<void>;
  delete(context: TenantContext, rule: Rule, order: RuleOrder): Promise<void>;
}

export interface TemplateStore {
  list(context: TenantContext): Promise<ReplyTemplate[]>;
  find(context: TenantContext, templateId: string): Promise<ReplyTemplate | undefined>;
  /** @throws precondition `version_mismatch` when the stored version is not the one before. */
  save(context: TenantContext, template: ReplyTemplate): Promise<void>;
  delete(context: TenantContext, templateId: string): Promise<void>;
}

export interface BlocklistStore {
  get(context: TenantContext): Promise<ReadableBlocklist>;
  /** @throws precondition `version_mismatch` when the stored version is not the one before. */
  save(context: TenantContext, blocklist: Blocklist): Promise<void>;
}

export interface ExecutionFilter {
  interactionId?: string | undefined;
  ruleId?: string | undefined;
  provider?: string | undefined;
  outcome?: ExecutionOutcome | undefined;
}

export interface ExecutionStore {
  /** The newest first. */
  page(context: TenantContext, filter: ExecutionFilter, request: PageRequest): Promise<Page<Execution>>;
}
