import type { SocialAccount } from '../../accounts/social-account.ts';
import type { Interaction } from '../../interactions/interaction.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../../kernel/time.ts';
import { authorKeyOf } from '../../replies/begin-attempt.ts';
import { textToPost } from '../../replies/pending-reply.ts';
import { dueAtOf, latestSendAtOf } from '../../replies/reply-times.ts';
import type { ContentFacts } from '../content-facts.ts';
import { decide, ruleFactsOf, type Verdict } from '../decide.ts';
import { firstFailedCheck } from '../evaluate-rules.ts';
import { type AutomationSettings, isOwnAuthor } from '../load-settings.ts';
import type { Rule } from '../rule.ts';
import type { BacktestRun } from './backtest-run.ts';
import type { InFact, Subject } from './backtest-state.ts';

const PreviewLength = 160;
const ReplyLength = 280;

/**
 * Decides on a past interaction as if it came in with the rules of the backtest, by the very decision that real ones get:
 * with its stored analysis, at the time of its first decision, on an account that automates and is not paused.
 * Replies that come due before go out first.
 */
export function replayInteraction(
  run: BacktestRun,
  settings: AutomationSettings,
  content: ContentFacts,
  stored: Interaction,
): void {
  const { rules } = run.state;
  const interaction = asIfSeenInTime(stored);
  const decidedAt = interaction.decision?.decidedAt ?? interaction.capturedAt;
  run.settleUntil(decidedAt);
  const account = accountAsIfAutomated(settings.accounts.get(interaction.accountId), interaction);
  const verdict = decide({
    ...settings,
    ...content,
    rules,
    interaction: { ...interaction, status: 'new', reply: null, undoneReply: null, pendingReply: null },
    missingAnalysis: interaction.analysis ? null : 'unavailable',
    isFromOwnAccount: isOwnAuthor(settings.accounts.values(), interaction.author.externalId),
    account,
    organization: { ...settings.organization, dryRun: false, automationPausedAt: null },
    usedToday: (ruleId) => run.usedToday(ruleId, decidedAt),
    now: decidedAt,
  });
  const facts = { account, campaignId: content.campaignId, now: decidedAt };
  const matching = matchingRules(rules, interaction, facts);
  const subject = subjectOf(interaction);
  if (verdict.rule === null && verdict.decision.blockedBy !== null) {
    run.end(subject, { kind: 'blocked', by: verdict.decision.blockedBy, ruleId: matching[0] ?? null });
    return;
  }
  run.matched(matching, verdict.rule?.ruleId);
  follow(run, interaction, { verdict, subject, matching, decidedAt });
}

interface Replayed {
  verdict: Verdict;
  subject: Subject;
  matching: readonly string[];
  decidedAt: Instant;
}

function follow(run: BacktestRun, interaction: Interaction, replayed: Replayed): void {
  const { verdict, subject, matching, decidedAt } = replayed;
  const { decision, rule, text } = verdict;
  if (!rule) run.end(subject, { kind: 'no_match' });
  else if (decision.reason === 'daily_limit_spent')
    run.end(subject, { kind: 'limited', by: 'limit_daily', ruleId: rule.ruleId });
  else if (!text) run.end(subject, { kind: 'without_text', by: decision.reason, ruleId: rule.ruleId });
  else {
    const dueAt = dueAtOf(interaction.textSeenAt, rule.delaySeconds);
    run.wait({
      subject,
      ruleId: rule.ruleId,
      otherRuleIds: matching.filter((ruleId) => ruleId !== rule.ruleId),
      reply: text.text === '' ? null : textToPost(text).slice(0, ReplyLength),
      authorKey: authorKeyOf(interaction),
      textSeenAt: interaction.textSeenAt,
      at: dueAt > decidedAt ? dueAt : decidedAt,
      latestSendAt: latestSendAtOf(interaction),
      decidedAnew: false,
    });
  }
}

/** What only a later reading found, such as the first one of an account, is tried as if it had come in when it was said. */
function asIfSeenInTime(interaction: Interaction): Interaction {
  const { commentedAt, capturedAt, decision } = interaction;
  if (capturedAt <= addMilliseconds(commentedAt, MillisecondsPerDay)) return interaction;
  return {
    ...interaction,
    capturedAt: commentedAt,
    textSeenAt: commentedAt,
    decision: decision && { ...decision, decidedAt: commentedAt },
  };
}

/** Whether an account automated then is not asked: people try rules before they switch automation on. */
function accountAsIfAutomated(account: SocialAccount | undefined, { commentedAt }: Interaction) {
  return {
    channelType: account?.channelType ?? ('corporate' as const),
    automationConsentAt: account?.automationConsentAt,
    automationEnabledAt: commentedAt,
  };
}

function matchingRules(
  rules: readonly Rule[],
  interaction: Interaction,
  facts: Parameters<typeof ruleFactsOf>[2],
): string[] {
  if (!interaction.analysis) return [];
  const ruleFacts = ruleFactsOf(interaction, interaction.analysis, facts);
  return rules.filter((rule) => !firstFailedCheck(rule, ruleFacts)).map(({ ruleId }) => ruleId);
}

function subjectOf(interaction: Interaction): Subject {
  const { interactionId, commentedAt, author, text } = interaction;
  return {
    interactionId,
    commentedAt,
    authorName: author.name,
    preview: text.slice(0, PreviewLength),
    inFact: inFactOf(interaction),
  };
}

function inFactOf({ reply, pendingReply, decision }: Interaction): InFact {
  const { ruleId = null, ruleName = null } = decision ?? {};
  if (reply?.repliedBy === 'automation') return { by: 'rule', ruleId, ruleName };
  if (pendingReply?.origin.kind === 'automation') return { by: 'rule', ruleId, ruleName };
  return { by: reply ? 'person' : 'nobody' };
}
