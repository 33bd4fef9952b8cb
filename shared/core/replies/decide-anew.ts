import { applyVerdict } from '../automation/apply-verdict.ts';
import { type ContentDeps, contentFactsOf } from '../automation/content-facts.ts';
import { decide } from '../automation/decide.ts';
import { isOwnAuthor, loadSettings, type SettingsDeps } from '../automation/load-settings.ts';
import type { ChangeDeps } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { PendingReply } from './pending-reply.ts';

export interface DecideAnewDeps extends ChangeDeps, SettingsDeps, ContentDeps {}

/**
 * Evaluates the rules once more because the day of the chosen one was spent while its reply waited (AR-10);
 * undefined when no other rule would answer. Uses the stored analysis: no model call.
 */
export async function decideAnew(
  deps: DecideAnewDeps,
  context: TenantContext,
  interaction: Interaction,
  pending: PendingReply,
  now: Instant,
): Promise<InteractionWrite | undefined> {
  const [settings, content] = await Promise.all([
    loadSettings(deps, context, now),
    contentFactsOf(deps, context, interaction),
  ]);
  const account = settings.accounts.get(interaction.accountId);
  if (!account || pending.origin.kind !== 'automation') return undefined;
  const verdict = decide({
    ...settings,
    ...content,
    interaction: { ...interaction, status: 'new', pendingReply: null },
    missingAnalysis: null,
    isFromOwnAccount: isOwnAuthor(settings.accounts.values(), interaction.author.externalId),
    account,
    now,
  });
  const { outcome } = verdict.decision;
  const waitsAgain = outcome === 'reply' || outcome === 'webhook';
  if (!waitsAgain || verdict.rule?.ruleId === pending.origin.ruleId) return undefined;
  const { interaction: decided } = applyVerdict(interaction, verdict, now);
  return { interaction: { ...decided, lease: null, pendingReply: wokenByTimer(decided.pendingReply) } };
}

/** No message is sent from inside a change that may be made several times; the timer wakes the new reply. */
function wokenByTimer(pending: PendingReply | null): PendingReply | null {
  if (pending?.origin.kind !== 'automation') return pending;
  return { ...pending, wakeAt: pending.nextAt, origin: { ...pending.origin, decidedAnew: true } };
}
