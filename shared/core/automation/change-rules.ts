import { AppError, isAppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { WebhookStore } from '../webhooks/ports.ts';
import { assertRuleIsSound } from './check-rule.ts';
import type { RuleStore, TemplateStore } from './ports.ts';
import { FirstPriority, type Rule, type RuleDraft, templatesOf } from './rule.ts';
import { nextFreePriority, withRules } from './rule-order.ts';

export interface ChangeRuleDeps {
  rules: RuleStore;
  templates: Pick<TemplateStore, 'find'>;
  webhooks: Pick<WebhookStore, 'find'>;
}

/** What of a rule may change at once; what is left out stays. */
export type RuleChanges = { [Field in keyof RuleDraft]?: RuleDraft[Field] | undefined };

/** Creates a rule that is sound and whose priority no other enabled rule holds (AR-05). */
export async function createRule(
  deps: ChangeRuleDeps & { newId: NewId },
  context: TenantContext,
  draft: RuleDraft,
  now: Instant,
): Promise<Rule> {
  await assertActs(deps, context, draft);
  return withFreshOrder(async () => {
    const order = await deps.rules.order(context);
    const rule: Rule = {
      ...draft,
      priority: draft.priority ?? nextFreePriority(order),
      ruleId: deps.newId('rule'),
      revision: 1,
      createdAt: now,
      createdBy: actorIdOf(context),
      updatedAt: now,
      version: 1,
    };
    await deps.rules.save(context, [rule], withRules(order, [rule]));
    return rule;
  });
}

/** Changes a rule; what changes its behaviour makes a new revision, which sends its waiting replies to people (AR-13). */
export function updateRule(
  deps: ChangeRuleDeps,
  context: TenantContext,
  request: { ruleId: string; changes: RuleChanges; ifMatch?: number | undefined; now: Instant },
): Promise<Rule> {
  return withFreshOrder(async () => {
    const rule = await existing(deps, context, request.ruleId, request.ifMatch);
    const order = await deps.rules.order(context);
    const given = Object.fromEntries(
      Object.entries(request.changes).filter(([, value]) => value !== undefined),
    );
    const next: Rule = { ...rule, ...given, updatedAt: request.now, version: rule.version + 1 };
    await assertActs(deps, context, next);
    if (behaviourOf(next) !== behaviourOf(rule)) next.revision += 1;
    await deps.rules.save(context, [next], withRules(order, [next]));
    return next;
  });
}

/** Sets the order of all enabled rules in one transaction (AR-05). */
export function reorderRules(
  deps: Pick<ChangeRuleDeps, 'rules'>,
  context: TenantContext,
  ruleIds: readonly string[],
  now: Instant,
): Promise<Rule[]> {
  return withFreshOrder(async () => {
    const [rules, order] = await Promise.all([deps.rules.list(context), deps.rules.order(context)]);
    assertNamesAllEnabled(ruleIds, rules);
    const byId = new Map(rules.map((rule) => [rule.ruleId, rule]));
    const reordered = ruleIds.map((ruleId, index): Rule => {
      const rule = byId.get(ruleId);
      if (!rule) throw notFound('The rule');
      return { ...rule, priority: FirstPriority + index, updatedAt: now, version: rule.version + 1 };
    });
    await deps.rules.save(context, reordered, withRules(order, reordered));
    return reordered;
  });
}

export function deleteRule(
  deps: Pick<ChangeRuleDeps, 'rules'>,
  context: TenantContext,
  ruleId: string,
  ifMatch?: number,
): Promise<void> {
  return withFreshOrder(async () => {
    const rule = await existing(deps, context, ruleId, ifMatch);
    const order = await deps.rules.order(context);
    await deps.rules.delete(context, rule, withRules(order, [{ ...rule, enabled: false }]));
  });
}

async function existing(
  deps: Pick<ChangeRuleDeps, 'rules'>,
  context: TenantContext,
  ruleId: string,
  ifMatch: number | undefined,
): Promise<Rule> {
  const rule = await deps.rules.find(context, ruleId);
  if (!rule) throw notFound('The rule');
  if (ifMatch !== undefined && ifMatch !== rule.version) {
    throw new AppError(
      'precondition',
      'version_mismatch',
      'Somebody changed this rule meanwhile. Reload and try again.',
    );
  }
  return rule;
}

async function assertActs(deps: ChangeRuleDeps, context: TenantContext, draft: RuleDraft): Promise<void> {
  assertRuleIsSound(draft);
  const { action } = draft;
  if (action.type === 'send_webhook') await assertCanBeSentTo(deps, context, action.webhookId, draft.enabled);
  for (const templateId of templatesOf(action)) {
    if (!(await deps.templates.find(context, templateId))) {
      throw new AppError('invalid', 'no_such_template', 'The rule names a template that does not exist.');
    }
  }
}

/** A rule that is off may name a webhook that is off; to delete one, the rule has to be changed first. */
async function assertCanBeSentTo(
  { webhooks }: ChangeRuleDeps,
  context: TenantContext,
  webhookId: string,
  isRuleEnabled: boolean,
): Promise<void> {
  const webhook = await webhooks.find(context, webhookId);
  if (!webhook) {
    throw new AppError('invalid', 'no_such_webhook', 'The rule names a webhook that does not exist.');
  }
  if (isRuleEnabled && !webhook.enabled) {
    const message = 'The webhook of this rule is switched off. Switch it on first.';
    throw new AppError('invalid', 'webhook_disabled', message);
  }
}

function assertNamesAllEnabled(ruleIds: readonly string[], rules: readonly Rule[]): void {
  const enabled = rules.filter((rule) => rule.enabled).map((rule) => rule.ruleId);
  if (new Set(ruleIds).size !== ruleIds.length || ruleIds.toSorted().join() !== enabled.toSorted().join()) {
    throw new AppError(
      'conflict',
      'order_incomplete',
      'The order must name every enabled rule once. Reload and try again.',
    );
  }
}

/** Everything that decides what a rule matches and does; its name, place and delay are not among it. */
function behaviourOf(rule: Rule): string {
  const { scope, conditions, minimumConfidence, maximumMessageLength, exclusions, action, limits, hours } =
    rule;
  return JSON.stringify([
    scope,
    conditions,
    minimumConfidence,
    maximumMessageLength,
    exclusions,
    action,
    limits,
    hours,
  ]);
}

const MostTries = 5;

/** Rules are changed together with their order: when somebody else was faster, the change is made anew on top of theirs. */
async function withFreshOrder<T>(change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change();
    } catch (error) {
      if (attempt === MostTries || !isAppError(error, 'rules_changed_meanwhile')) throw error;
    }
  }
}
