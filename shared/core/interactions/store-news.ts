import type { Analysis, MissingAnalysis } from '../analysis/analysis.ts';
import { type AppliedVerdict, applyVerdict } from '../automation/apply-verdict.ts';
import { type ContentDeps, contentFactsOf } from '../automation/content-facts.ts';
import { decide } from '../automation/decide.ts';
import { type AutomationSettings, isOwnAuthor } from '../automation/load-settings.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, MillisecondsPerDay } from '../kernel/time.ts';
import { executionOfBlock, executionOfReply } from '../replies/execution-record.ts';
import type { WakeReply } from '../replies/ports.ts';
import { deletedMeanwhile, handedToPeople } from '../replies/transitions.ts';
import type { ChangeDeps } from './change-interaction.ts';
import type { Interaction } from './interaction.ts';
import type { InteractionWrite, Known } from './ports.ts';
import type { News } from './sighting.ts';

export interface StoreDeps extends ChangeDeps, ContentDeps {
  wakeReply: WakeReply;
}

/** An interaction as it was just read from a platform, with its analysis or the reason why there is none. */
export interface FreshInteraction {
  interaction: Interaction;
  /** What was stored before the text was edited. */
  known: Interaction | undefined;
  analysis: Analysis | null;
  missingAnalysis: MissingAnalysis | null;
}

/** Stores a new or edited interaction with its analysis and decision in one write; false when somebody was faster. */
export async function storeFresh(
  deps: StoreDeps,
  context: TenantContext,
  settings: AutomationSettings,
  fresh: FreshInteraction,
): Promise<boolean> {
  const { known, analysis } = fresh;
  const interaction = { ...fresh.interaction, analysis };
  if (!known) {
    if (interaction.isFromOwner) return deps.interactions.create(context, { interaction });
    const applied = await decided(deps, context, settings, fresh);
    const created = await deps.interactions.create(context, withRecord(applied));
    if (created) await wake(deps, context, applied);
    return created;
  }
  return storeEdit(deps, context, settings, { ...fresh, interaction, known });
}

/** What was blocked needs no transaction for its record, which follows from the interaction. */
function withRecord({ interaction, execution }: AppliedVerdict): InteractionWrite {
  if (!execution) return { interaction };
  return executionOfBlock(interaction)
    ? { interaction, recordedBehind: execution }
    : { interaction, executions: [execution] };
}

/** A message that failed comes again within this time, from its queue or from the dead letters. */
const DaysOfRedelivery = 30;

/** Makes up for a record that was not written any more when its interaction was stored. */
export async function ensureBlockRecorded(
  { interactions, clock }: ChangeDeps,
  context: TenantContext,
  known: Known | undefined,
): Promise<void> {
  const record = known && known !== 'removed' ? executionOfBlock(known) : undefined;
  const earliest = addMilliseconds(clock.now(), -DaysOfRedelivery * MillisecondsPerDay);
  if (record && record.decidedAt > earliest) await interactions.ensureRecorded(context, record);
}

type Edited = FreshInteraction & { known: Interaction };

/** A text is decided on anew once; a reply that waited for the old text never goes out for the new one (AR-13). */
async function storeEdit(
  deps: StoreDeps,
  context: TenantContext,
  settings: AutomationSettings,
  edited: Edited,
): Promise<boolean> {
  const { interaction, known } = edited;
  const waiting = known.pendingReply;
  const isOpen =
    known.status === 'new' ||
    (known.status === 'reply_scheduled' && waiting != null && waiting.state !== 'uncertain');
  if (!isOpen || interaction.isFromOwner) return save(deps, context, known, { interaction });
  const now = deps.clock.now();
  if (known.revision > 1) {
    if (!waiting) return save(deps, context, known, { interaction });
    return save(deps, context, known, handedToPeople(interaction, waiting, { reason: 'edited_again' }, now));
  }
  const cancelled =
    waiting && executionOfReply(known, waiting, { outcome: 'cancelled', reason: 'edited' }, now);
  const open: Interaction = { ...interaction, status: 'new', pendingReply: null };
  const applied = await decided(deps, context, settings, { ...edited, interaction: open });
  const executions = [cancelled, applied.execution].filter((execution) => execution != null);
  const saved = await save(deps, context, known, { interaction: applied.interaction, executions });
  if (saved) await wake(deps, context, applied);
  return saved;
}

async function decided(
  deps: StoreDeps,
  context: TenantContext,
  settings: AutomationSettings,
  { interaction, analysis, missingAnalysis }: FreshInteraction,
): Promise<AppliedVerdict> {
  const now = deps.clock.now();
  const subject = { ...interaction, analysis };
  const account = settings.accounts.get(interaction.accountId);
  const verdict = decide({
    ...settings,
    ...(await contentFactsOf(deps, context, interaction)),
    interaction: subject,
    missingAnalysis,
    isFromOwnAccount: isOwnAuthor(settings.accounts.values(), interaction.author.externalId),
    account: account ?? { channelType: 'corporate', automationEnabledAt: null },
    now,
  });
  return applyVerdict(subject, verdict, now);
}

async function wake(
  deps: StoreDeps,
  context: TenantContext,
  { interaction, wakeInSeconds }: AppliedVerdict,
): Promise<void> {
  if (wakeInSeconds !== undefined) await deps.wakeReply(context, interaction.interactionId, wakeInSeconds);
}

/** Stores what changes no decision: counts, visibility, and removals. False when somebody was faster. */
export async function storeChange(
  deps: StoreDeps,
  context: TenantContext,
  news: Extract<News, { kind: 'touched' | 'removed' | 'removed_unseen' }>,
): Promise<boolean> {
  if (news.kind === 'removed_unseen') {
    const { removal } = news;
    return deps.interactions.noteRemoval(context, removal);
  }
  const { known } = news;
  if (news.kind === 'touched') {
    const { likeCount, replyCount, isHidden, expiresAt } = news.captured;
    const seen = { likeCount, replyCount, isHidden, ...(expiresAt !== undefined && { expiresAt }) };
    return save(deps, context, known, { interaction: { ...known, ...seen } });
  }
  const now = deps.clock.now();
  if (known.pendingReply) return save(deps, context, known, deletedMeanwhile(known, known.pendingReply, now));
  const interaction: Interaction = {
    ...known,
    status: 'deleted',
    removedAt: news.removal.removedAt,
    closedAt: now,
  };
  return save(deps, context, known, { interaction });
}

function save(
  deps: StoreDeps,
  context: TenantContext,
  known: Interaction,
  write: InteractionWrite,
): Promise<boolean> {
  const interaction = { ...write.interaction, version: known.version + 1, updatedAt: deps.clock.now() };
  return deps.interactions.save(context, { ...write, interaction });
}
