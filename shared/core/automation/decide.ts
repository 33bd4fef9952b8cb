import { lacksConsent } from '../accounts/automation-consent.ts';
import type { ChannelType, SocialAccount } from '../accounts/social-account.ts';
import type { MissingAnalysis } from '../analysis/analysis.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Instant } from '../kernel/time.ts';
import type { VariableValues } from '../replies/render-template.ts';
import { blocklistHits, type ReadableBlocklist } from './blocklist.ts';
import type { Decision, RuleTrace } from './decision.ts';
import { evaluateRules, type UsedToday } from './evaluate-rules.ts';
import type { ReasonCode } from './explain-reason.ts';
import { type PreparedText, prepareText } from './prepare-text.ts';
import type { Rule } from './rule.ts';
import type { RuleFacts } from './rule-facts.ts';
import { blockName, type FiredBlocks, firedBlocks, type SafetyFacts } from './safety.ts';
import { screenText } from './screens/screen-text.ts';

/** Everything that one decision depends on: the same input always gives the same decision. */
export interface DecisionInput {
  interaction: Interaction;
  missingAnalysis: MissingAnalysis | null;
  /** Another account of the same organization wrote it (AR-22). */
  isFromOwnAccount: boolean;
  account: { channelType: ChannelType; automationEnabledAt: Instant | null } & Pick<
    SocialAccount,
    'automationConsentAt'
  >;
  campaignId: string | null;
  rules: readonly Rule[];
  usedToday: UsedToday;
  blocklist: Pick<ReadableBlocklist, 'words' | 'compiled'>;
  templates: ReadonlyMap<string, string>;
  variables: VariableValues;
  organization: { dryRun: boolean; automationPausedAt: Instant | null; signature: string };
  now: Instant;
}

export interface Verdict {
  decision: Decision;
  trace: RuleTrace[];
  /** The rule that matched, whether or not it may act. */
  rule: Rule | null;
  text: Extract<PreparedText, { kind: 'prepared' }> | null;
  /** More about the reason, for a person. */
  detail: string | null;
}

/** Decides what automation does with an interaction: safety first, then the first matching rule (AR-01, AR-07). */
export function decide(input: DecisionInput): Verdict {
  const { interaction, now } = input;
  const automates = input.rules.some((rule) => rule.enabled) && input.account.automationEnabledAt !== null;
  const facts = safetyFactsOf(input, 'decision');
  // Where nothing is automated, there is nothing to agree to.
  const blocks = firedBlocks({ ...facts, lacksConsent: automates && facts.lacksConsent });
  if (blocks && (automates || concernsPeople(blocks, input.missingAnalysis))) {
    const [code] = blocks.codes;
    if (code === 'analysis_missing' && input.missingAnalysis === 'over_budget')
      return verdict(now, { outcome: 'manual', reason: 'budget:model', blockedBy: 'budget:model' });
    return {
      ...verdict(now, { outcome: blocks.consequence, reason: code, blockedBy: blockName(code) }),
      detail: detailOf(code, facts, input.missingAnalysis),
    };
  }
  if (!automates || !interaction.analysis) return verdict(now, { outcome: 'inbox', reason: 'no_automation' });
  const ruleFacts = ruleFactsOf(interaction, interaction.analysis, input);
  const { matched, passedOver, trace } = evaluateRules(input.rules, ruleFacts, input.usedToday);
  if (matched) return { ...verdictOfMatch(matched, input), trace };
  const {
    rule = null,
    reason,
    blockedBy,
  } = passedOver
    ? { rule: passedOver, reason: 'daily_limit_spent' as const, blockedBy: 'limit:daily' }
    : { reason: 'no_match' as const, blockedBy: null };
  return { ...verdict(now, { outcome: 'manual', reason, blockedBy, rule }), trace };
}

/** Where nothing is automated, a text that needed no analysis is as good as any other in the inbox. */
function concernsPeople({ codes, consequence }: FiredBlocks, missing: MissingAnalysis | null): boolean {
  return consequence === 'manual' && !(codes[0] === 'analysis_missing' && missing === 'not-needed');
}

/** What a person asks next: why there is no analysis, or which entries of the blocklist were hit. */
function detailOf(code: ReasonCode, facts: SafetyFacts, missing: MissingAnalysis | null): string | null {
  if (code === 'analysis_missing') return missing;
  return code === 'blocklist' ? facts.blocklistHits.join(', ') : null;
}

function verdictOfMatch(rule: Rule, input: DecisionInput): Verdict {
  const { interaction, organization, now } = input;
  const text = prepareText(rule, interaction, { ...input, signature: organization.signature });
  if (text.kind === 'impossible') {
    const { reason, detail } = text;
    return { ...verdict(now, { outcome: 'manual', reason, blockedBy: `text:${reason}`, rule }), detail };
  }
  const replies = rule.action.type !== 'send_webhook';
  if (organization.dryRun) {
    return {
      ...verdict(now, { outcome: 'dry_run', reason: 'dry_run', blockedBy: 'dry_run', rule, replies }),
      text,
    };
  }
  if (organization.automationPausedAt !== null) {
    return {
      ...verdict(now, { outcome: 'manual', reason: 'automation_paused', blockedBy: 'kill_switch', rule }),
      text,
    };
  }
  if (!replies) return { ...verdict(now, { outcome: 'webhook', reason: 'webhook_matched', rule }), text };
  return { ...verdict(now, { outcome: 'reply', reason: 'rule_matched', rule, replies }), text };
}

interface VerdictParts {
  outcome: Decision['outcome'];
  reason: ReasonCode;
  blockedBy?: string | null;
  rule?: Rule | null;
  replies?: boolean;
}

function verdict(
  now: Instant,
  { outcome, reason, blockedBy = null, rule = null, replies = false }: VerdictParts,
): Verdict {
  const decision = {
    decidedAt: now,
    outcome,
    shouldAutoReply: replies,
    reason,
    blockedBy,
    ruleId: rule?.ruleId ?? null,
    ruleName: rule?.name ?? null,
  };
  return { decision, trace: [], rule, text: null, detail: null };
}

type SafetyInput = Pick<DecisionInput, 'interaction' | 'isFromOwnAccount' | 'account' | 'blocklist' | 'now'>;

/** Collects what the safety blocks look at; the word-list screen runs anew every time. */
export function safetyFactsOf(input: SafetyInput, phase: SafetyFacts['phase']): SafetyFacts {
  const { interaction, isFromOwnAccount, account, blocklist, now } = input;
  return {
    phase,
    now,
    status: interaction.status,
    isAnswered: interaction.reply !== null || interaction.undoneReply !== null,
    isReopened: interaction.reopenedAt !== undefined,
    isFromOwner: interaction.isFromOwner || isFromOwnAccount,
    blocklistHits: blocklistHits(blocklist, interaction.text),
    analysis: interaction.analysis,
    screen: screenText(interaction.text),
    commentedAt: interaction.commentedAt,
    automationEnabledAt: account.automationEnabledAt,
    lacksConsent: lacksConsent(interaction.provider, account),
  };
}

/** What rules look at. */
export function ruleFactsOf(
  interaction: Interaction,
  analysis: RuleFacts['analysis'],
  { account, campaignId, now }: Pick<DecisionInput, 'account' | 'campaignId' | 'now'>,
): RuleFacts {
  const { text, kind, provider, accountId, author } = interaction;
  const { channelType } = account;
  return { text, kind, provider, accountId, author, analysis, channelType, campaignId, at: now };
}
