import { type ActiveHours, Weekdays } from '../../shared/core/automation/active-hours.ts';
import { blocklistHits } from '../../shared/core/automation/blocklist.ts';
import type { InteractionWrite } from '../../shared/core/interactions/ports.ts';
import { dueAtOf, latestSendAtOf } from '../../shared/core/replies/reply-times.ts';
import type { Ledger, Post } from './ledger.ts';
import type { OrganizationFacts } from './organization-facts.ts';
import { accountIdOf } from './organization-facts.ts';
import type { ShownComment } from './platform.ts';
import type { Process } from './process.ts';

/** What the gate lets nobody post unread. */
export const Unfit = 'Thank you! Claim your free coffee at www.win-big.example now.';
/** Within this time a post lands, and lists show it. */
const LongestUnseenMilliseconds = 60_000;
/** A worker lives no longer than this; what it checked before stays fresh for so long. */
const WorkerSeconds = 50;

/**
 * Judges an automatic post at the moment of its call (I2, I3, I8): whatever forbids it must not have been so
 * all the time since the worker took the reply on, as then a fresh look would have shown it.
 */
export function checkPost(ledger: Ledger, post: Post, facts: OrganizationFacts, comment: ShownComment): void {
  checkTimes(ledger, post, facts);
  const { interaction, calledAt, ruleId } = post;
  const from = post.process.claimedAt ?? post.process.startedAt;
  const revision = revisionOf(post);
  const hours = facts.rules.current.find((rule) => rule.ruleId === ruleId)?.hours ?? null;
  const decidedAt = Date.parse(interaction.decision?.decidedAt ?? '');
  const was = {
    I2: {
      'the text that it answers': comment.text.heldBetween(
        from,
        calledAt,
        (text) => text === interaction.text,
      ),
      'an existing comment': comment.exists.heldBetween(from, calledAt, (exists) => exists),
      'a visible comment': comment.isHidden.heldBetween(from, calledAt, (isHidden) => !isHidden),
      'an unanswered comment':
        !comment.listsReplies ||
        !comment.replies.some(({ by, visibleAt }) => by !== 'automation' && visibleAt < from),
      'the rule as it was decided by': facts.rules.heldBetween(from, calledAt, (rules) =>
        rules.some((rule) => rule.ruleId === ruleId && rule.enabled && rule.revision === revision),
      ),
      'an active hour of the rule': isWithin(hours, from) || isWithin(hours, calledAt),
      'an active hour at its decision': isWithin(hours, decidedAt),
      'automation that is not paused': facts.organization.heldBetween(
        from,
        calledAt,
        ({ automationPausedAt }) => automationPausedAt === null,
      ),
      'no dry run': facts.organization.heldBetween(from, calledAt, ({ dryRun }) => !dryRun),
      'a connected account': holds((account) => account.status === 'active'),
    },
    I8: {
      'an account with automation': holds((account) => account.automationEnabledAt !== null),
      'words that the gate lets through': !post.text.includes(Unfit),
      'a text off the blocklist': facts.blocklist.heldBetween(
        from,
        calledAt,
        (blocklist) => blocklistHits(blocklist, interaction.text).length === 0,
      ),
      'an author from outside': facts.accounts.heldBetween(
        from,
        calledAt,
        (accounts) => !accounts.some(({ externalId }) => externalId === interaction.author.externalId),
      ),
    },
  };
  for (const invariant of ['I2', 'I8'] as const) {
    for (const [what, isSo] of Object.entries(was[invariant]))
      if (!isSo) ledger.violated(invariant, `${interaction.externalId} was answered without ${what}`);
  }

  function holds(isSo: (account: OrganizationFacts['accounts']['current'][number]) => boolean): boolean {
    const accountId = accountIdOf(facts.organizationId);
    return facts.accounts.heldBetween(from, calledAt, (accounts) =>
      accounts.some((account) => account.accountId === accountId && isSo(account)),
    );
  }
}

/** The hours of the simulation are in UTC, where a wall clock needs no calendar of time zones. */
function isWithin(hours: ActiveHours | null, milliseconds: number): boolean {
  if (hours === null) return true;
  const shown = new Date(milliseconds).toISOString().slice(11, 16);
  const today = (new Date(milliseconds).getUTCDay() + 6) % 7;
  const spansOf = (day: number) => hours[Weekdays[day % 7] ?? 'monday'];
  const isToday = spansOf(today).some(({ from, to }) => from <= shown && (shown < to || to < from));
  return isToday || spansOf(today + 6).some(({ from, to }) => to < from && shown < to);
}

function revisionOf({ interaction }: Post): number | undefined {
  const origin = interaction.pendingReply?.origin;
  return origin?.kind === 'automation' ? origin.ruleRevision : 1;
}

function checkTimes(ledger: Ledger, { interaction, calledAt, ruleId }: Post, facts: OrganizationFacts): void {
  const rule = facts.rules.current.find((candidate) => candidate.ruleId === ruleId);
  const dueAt = dueAtOf(interaction.textSeenAt, rule?.delaySeconds ?? 0);
  if (calledAt < Date.parse(dueAt))
    ledger.violated('I3', `${interaction.externalId} was answered before it was due at ${dueAt}`);
  const latest = latestSendAtOf(interaction);
  if (calledAt > Date.parse(latest) + WorkerSeconds * 1_000)
    ledger.violated('I3', `${interaction.externalId} was answered after its latest time ${latest}`);
}

/** A worker asks people only after a look that would have shown a reply which is there (I5). */
export function checkGivenUp(
  ledger: Ledger,
  process: Process,
  { interaction, executions = [] }: InteractionWrite,
  now: number,
): void {
  if (process.kind !== 'replies' || !executions.some(({ outcome }) => outcome === 'unconfirmed')) return;
  const isUnseen = ledger.posts.some(
    (post) =>
      post.interaction.interactionId === interaction.interactionId &&
      post.answer?.kind !== 'refused' &&
      now - post.calledAt < LongestUnseenMilliseconds,
  );
  if (isUnseen)
    ledger.violated('I5', `${interaction.externalId} was given up before its reply could be seen`);
}
