import * as z from 'zod';
import type { ReplyRemoval } from '../accounts/platform-interactions.ts';
import { isProviderError } from '../accounts/provider-error.ts';
import type { Job } from '../activity/job.ts';
import type { JobStore } from '../activity/job-ports.ts';
import type { Finding, JobWorkStore } from '../activity/job-work.ts';
import { type DoSlice, type SliceDeps, startSlicedJob } from '../activity/run-slice.ts';
import type { Execution } from '../automation/execution.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import type { ExecutionStore, RuleStore } from '../automation/ports.ts';
import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import { isAheadOf } from './execution-record.ts';
import { published } from './transitions.ts';

const MostDays = 30;
/** A reply is posted at most a day after its decision, by whose time records are listed. */
const LongestDelay = 2 * MillisecondsPerDay;
/** Each is a call of the platform, and all of them must end within the time-out of the function. */
const RepliesPerSlice = 20;

/** What became of one reply. */
export const UndoneFinding = z.object({
  interactionId: z.string(),
  externalReplyId: z.string(),
  text: z.string(),
  repliedAt: z.string(),
  /** Why it could not be deleted; null where it was. */
  reason: z.string().nullable(),
  detail: z.string().nullable(),
});
export type UndoneFinding = z.infer<typeof UndoneFinding>;

const UndoState = z.object({
  ruleId: z.string(),
  since: z.string(),
  undoneBy: z.string(),
  cursor: z.string().optional(),
  deleted: z.int(),
  notDeleted: z.int(),
});

export interface StartUndoDeps extends Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> {
  rules: Pick<RuleStore, 'find'>;
  executions: Pick<ExecutionStore, 'page'>;
  newId: NewId;
}

/** Deletes, in a job, what a rule posted since a time; the rule may be gone meanwhile. */
export async function startUndo(
  deps: StartUndoDeps,
  context: TenantContext,
  { ruleId, since }: { ruleId: string; since: Instant },
  now: Instant,
): Promise<Job> {
  if (since < addMilliseconds(now, -MostDays * MillisecondsPerDay)) {
    const message = `Ask for what was posted within the last ${MostDays} days.`;
    throw new AppError('invalid', 'period_too_long', message);
  }
  const isKnown =
    (await deps.rules.find(context, ruleId)) !== undefined ||
    (await deps.executions.page(context, { ruleId }, { limit: 1 })).items.length > 0;
  if (!isKnown) throw notFound('The rule');
  const state = { ruleId, since, undoneBy: actorIdOf(context), deleted: 0, notDeleted: 0 };
  return startSlicedJob(deps, context, { kind: 'rule_undo', parts: 1, state }, now);
}

export interface UndoDeps extends ChangeDeps {
  executions: Pick<ExecutionStore, 'page'>;
  accounts: Pick<AccountReader, 'find'>;
  moderation: ReplyRemoval;
}

/** Deletes the next replies of the rule, the newest first; one that is gone already counts as deleted. */
export function continueUndo(deps: UndoDeps): DoSlice {
  return async (context, _job, given) => {
    const state = UndoState.parse(given);
    const filter = { ruleId: state.ruleId, outcome: 'replied' } as const;
    const request = { limit: RepliesPerSlice, cursor: state.cursor };
    const page = await deps.executions.page(context, filter, request);
    const posted = page.items.filter(({ completedAt }) => completedAt >= state.since);
    const findings = await Promise.all(
      posted.map((execution) => undo(deps, context, execution, state.undoneBy)),
    );
    const earliest = page.items.at(-1)?.decidedAt ?? '';
    const isDone = page.cursor === undefined || earliest < addMilliseconds(state.since, -LongestDelay);
    const deleted = state.deleted + findings.filter(({ reason }) => reason === null).length;
    const notDeleted = state.notDeleted + findings.filter(({ reason }) => reason !== null).length;
    return {
      state: { ...state, deleted, notDeleted, cursor: page.cursor },
      result: isDone ? { deleted, notDeleted } : null,
      doneParts: isDone ? ['all'] : [],
      findings: findings.map(
        (found): Finding => ({ list: found.reason === null ? 'deleted' : 'not_deleted', found }),
      ),
    };
  };
}

async function undo(
  deps: UndoDeps,
  context: TenantContext,
  execution: Execution,
  undoneBy: string,
): Promise<UndoneFinding> {
  const { interactionId, externalReplyId, postedText, completedAt } = execution;
  const found = {
    interactionId,
    externalReplyId: externalReplyId ?? '',
    text: postedText ?? '',
    repliedAt: completedAt,
  };
  const interaction = await withItsEnd(deps, context, execution);
  if (!interaction) return { ...found, reason: 'interaction_erased', detail: null };
  const failed = await removeReply(deps, context, interaction, found.externalReplyId);
  if (failed) return { ...found, ...failed };
  await changeInteraction(deps, context, interactionId, (current) => {
    const now = deps.clock.now();
    if (current.reply?.externalReplyId !== externalReplyId) return undefined;
    return {
      interaction: withoutReply(current, current.reply, { ruleId: execution.ruleId ?? '', undoneBy, now }),
      executions: [{ ...execution, undoneAt: now, undoneBy }],
    };
  });
  return { ...found, reason: null, detail: null };
}

/** Ends a reply whose worker died over its end: nobody may look for it any more when it is deleted. */
async function withItsEnd(
  deps: UndoDeps,
  context: TenantContext,
  execution: Execution,
): Promise<Interaction | undefined> {
  const { interactionId, externalReplyId, postedText, completedAt } = execution;
  let known: Interaction | undefined;
  const ended = await changeInteraction(deps, context, interactionId, (current) => {
    known = current;
    const { pendingReply } = current;
    if (!pendingReply || !isAheadOf(execution, current, pendingReply)) return undefined;
    const reply = { text: postedText ?? '', externalReplyId: externalReplyId ?? '', repliedAt: completedAt };
    return published(current, pendingReply, reply, completedAt);
  });
  return ended ?? known;
}

async function removeReply(
  deps: UndoDeps,
  context: TenantContext,
  interaction: Interaction,
  externalId: string,
): Promise<Pick<UndoneFinding, 'reason' | 'detail'> | undefined> {
  const { kind, accountId, contentExternalId, undoneReply } = interaction;
  if (undoneReply?.externalReplyId === externalId) return undefined;
  if (kind !== 'comment' && kind !== 'reply') return { reason: 'not_possible_here', detail: null };
  const account = await deps.accounts.find(context, accountId);
  if (account?.status !== 'active') return { reason: 'account_not_connected', detail: null };
  try {
    await deps.moderation.removeReply(context, account, { externalId, contentExternalId });
    return undefined;
  } catch (error) {
    if (!isProviderError(error)) throw error;
    return error.failure === 'gone' ? undefined : { reason: error.failure, detail: error.message };
  }
}

/** What was answered waits for a person again, unless its case is closed for another reason. */
function withoutReply(
  current: Interaction,
  { text, repliedAt, externalReplyId }: NonNullable<Interaction['reply']>,
  { ruleId, undoneBy, now }: { ruleId: string; undoneBy: string; now: Instant },
): Interaction {
  const undoneReply = { text, repliedAt, externalReplyId, ruleId, undoneAt: now, undoneBy };
  const answerless: Interaction = { ...current, reply: null, undoneReply };
  if (current.status !== 'replied') return answerless;
  const manualReason = { code: 'reply_undone', detail: null, since: now };
  return { ...answerless, status: 'manual', manualReason, closedAt: null };
}

/** What an undo did, reply by reply. @throws not-found, also for other jobs */
export async function undoneReplies(
  deps: { jobs: Pick<JobStore, 'find'>; work: Pick<JobWorkStore, 'find' | 'findings'> },
  context: TenantContext,
  { ruleId, jobId, list }: { ruleId: string; jobId: string; list: 'deleted' | 'not_deleted' },
  request: PageRequest,
): Promise<Page<UndoneFinding>> {
  const [job, work] = await Promise.all([deps.jobs.find(context, jobId), deps.work.find(context, jobId)]);
  if (job?.kind !== 'rule_undo' || UndoState.parse(work?.state).ruleId !== ruleId) throw notFound('The undo');
  const { items, ...page } = await deps.work.findings(context, jobId, list, request);
  return { ...page, items: items.map((item) => UndoneFinding.parse(item)) };
}
