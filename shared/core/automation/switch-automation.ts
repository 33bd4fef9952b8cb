import type { Job } from '../activity/job.ts';
import { type SliceDeps, startSlicedJob } from '../activity/run-slice.ts';
import type { InteractionStore } from '../interactions/ports.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import type { OrganizationStore } from '../organizations/ports.ts';
import { countHeldReplies, type HeldReplies, heldRepliesWalk } from './held-replies.ts';
import type { RuleStore } from './ports.ts';

export interface SwitchDeps extends Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> {
  organizations: Pick<OrganizationStore, 'get' | 'update'>;
  rules: Pick<RuleStore, 'list'>;
  interactions: Pick<InteractionStore, 'page'>;
  newId: NewId;
}

export interface AutomationState {
  pausedAt: Instant | null;
  /** The member or token that paused it. */
  pausedBy: string | null;
  dryRun: boolean;
  enabledRules: number;
  /** Null while automation runs. */
  heldReplies: HeldReplies | null;
}

/** Whether automation runs, and what the kill switch holds (AR-18). */
export async function automationState(
  deps: SwitchDeps,
  context: TenantContext,
  now: Instant,
): Promise<AutomationState> {
  return stateOf(deps, context, await deps.organizations.get(context), now);
}

/**
 * The kill switch: holds every waiting reply and keeps new comments for people. Letting automation go on releases what
 * was held, in a job (AR-18).
 */
export async function pauseAutomation(
  deps: SwitchDeps,
  context: TenantContext,
  paused: boolean,
  now: Instant,
): Promise<AutomationState & { releaseJobId: string | null }> {
  const organization = await deps.organizations.get(context);
  if ((organization.automationPausedAt !== null) === paused)
    return { ...(await stateOf(deps, context, organization, now)), releaseJobId: null };
  const changed = await deps.organizations.update(context, {
    automationPausedAt: paused ? now : null,
    automationPausedBy: paused ? actorIdOf(context) : null,
  });
  const work = { kind: 'held_release', parts: 1, state: heldRepliesWalk(now) } as const;
  const job = paused ? undefined : await startSlicedJob(deps, context, work, now);
  return { ...(await stateOf(deps, context, changed, now)), releaseJobId: job?.jobId ?? null };
}

/** Hands all held replies to people in a job; automation stays paused. @throws conflict while it runs. */
export async function dropHeld(deps: SwitchDeps, context: TenantContext, now: Instant): Promise<Job> {
  const { automationPausedAt } = await deps.organizations.get(context);
  if (automationPausedAt === null) {
    const message = 'Replies are only held while automation is paused. Pause it first.';
    throw new AppError('conflict', 'automation_not_paused', message);
  }
  return startSlicedJob(deps, context, { kind: 'held_drop', parts: 1, state: heldRepliesWalk(now) }, now);
}

/** In dry run everything is decided and recorded, and nothing is posted (AR-18). */
export async function switchDryRun(
  deps: SwitchDeps,
  context: TenantContext,
  dryRun: boolean,
  now: Instant,
): Promise<AutomationState> {
  return stateOf(deps, context, await deps.organizations.update(context, { dryRun }), now);
}

async function stateOf(
  deps: SwitchDeps,
  context: TenantContext,
  { automationPausedAt, automationPausedBy, dryRun }: Organization,
  now: Instant,
): Promise<AutomationState> {
  const isPaused = automationPausedAt !== null;
  const [rules, heldReplies] = await Promise.all([
    deps.rules.list(context),
    isPaused ? countHeldReplies(deps, context, now) : null,
  ]);
  return {
    pausedAt: automationPausedAt,
    pausedBy: isPaused ? (automationPausedBy ?? null) : null,
    dryRun,
    enabledRules: rules.filter((rule) => rule.enabled).length,
    heldReplies,
  };
}
