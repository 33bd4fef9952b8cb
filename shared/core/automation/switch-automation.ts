import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import type { OrganizationStore } from '../organizations/ports.ts';
import type { RuleStore } from './ports.ts';

export interface SwitchDeps {
  organizations: Pick<OrganizationStore, 'get' | 'update'>;
  rules: Pick<RuleStore, 'list'>;
}

export interface AutomationState {
  pausedAt: Instant | null;
  dryRun: boolean;
  enabledRules: number;
}

export async function automationState(deps: SwitchDeps, context: TenantContext): Promise<AutomationState> {
  return stateOf(deps, context, await deps.organizations.get(context));
}

/** The kill switch: holds every waiting reply and keeps new comments for people until it is released (AR-18). */
export async function pauseAutomation(
  deps: SwitchDeps,
  context: TenantContext,
  paused: boolean,
  now: Instant,
): Promise<AutomationState> {
  const { automationPausedAt } = await deps.organizations.get(context);
  if ((automationPausedAt !== null) === paused) return automationState(deps, context);
  const changed = await deps.organizations.update(context, { automationPausedAt: paused ? now : null });
  return stateOf(deps, context, changed);
}

/** In dry run everything is decided and recorded, and nothing is posted (AR-18). */
export async function switchDryRun(
  deps: SwitchDeps,
  context: TenantContext,
  dryRun: boolean,
): Promise<AutomationState> {
  return stateOf(deps, context, await deps.organizations.update(context, { dryRun }));
}

async function stateOf(
  deps: SwitchDeps,
  context: TenantContext,
  { automationPausedAt, dryRun }: Organization,
): Promise<AutomationState> {
  const rules = await deps.rules.list(context);
  return { pausedAt: automationPausedAt, dryRun, enabledRules: rules.filter((rule) => rule.enabled).length };
}
