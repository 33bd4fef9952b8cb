import type { Provider, SocialAccount } from '../accounts/social-account.ts';
import { analyseTexts } from '../analysis/analyse-texts.ts';
import type { Analysis, Sentiment } from '../analysis/analysis.ts';
import type { AnalysisModel } from '../analysis/ports.ts';
import type { InteractionKind } from '../interactions/captured-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { newInteraction } from '../interactions/new-interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { GateResult } from '../replies/gate/gate-result.ts';
import type { ReplyModel } from '../replies/reply-model.ts';
import { assertRuleIsSound } from './check-rule.ts';
import { decide } from './decide.ts';
import type { RuleTrace } from './decision.ts';
import { type AutomationSettings, loadSettings, type SettingsDeps } from './load-settings.ts';
import type { Rule, RuleDraft } from './rule.ts';
import type { ScreenResult } from './screens/screen-result.ts';
import { screenText } from './screens/screen-text.ts';
import { tryReply } from './try-reply.ts';

export interface TestMessage {
  message: string;
  kind: InteractionKind;
  provider: Provider;
  accountId?: string | undefined;
  sentiment?: Sentiment | undefined;
  language?: string | undefined;
  authorName: string;
  authorFollowers?: number | undefined;
  authorVerified?: boolean | undefined;
  draft?: RuleDraft | undefined;
}

export interface TestResult {
  wouldReply: boolean;
  ruleId: string | null;
  ruleName: string | null;
  reason: string;
  blockedBy: string | null;
  detail: string | null;
  reply: string | null;
  /** The webhook that would be told instead of a reply. */
  webhookId: string | null;
  warnings: string[];
  analysis: Analysis | null;
  screen: ScreenResult;
  trace: RuleTrace[];
  /** The gate's verdict on a text that the model wrote; null for texts of people. */
  gate: GateResult | null;
}

export interface TestDeps extends SettingsDeps {
  model: AnalysisModel;
  replyModel: ReplyModel;
}

/** Tells what would happen to a message, by the very decision that real ones get; without side effects (AR-16). */
export async function testRules(
  deps: TestDeps,
  context: TenantContext,
  test: TestMessage,
  now: Instant,
): Promise<TestResult> {
  if (test.draft) assertRuleIsSound(test.draft);
  const variables = {
    author_name: test.authorName,
    content_title: 'Example post',
    campaign_name: 'Example campaign',
  };
  const settings = await loadSettings(deps, context, now);
  const { analysis, warnings } = await analysisOf(deps, context, test, now);
  const account = test.accountId === undefined ? undefined : settings.accounts.get(test.accountId);
  const interaction = { ...interactionOf(test, now), analysis };
  const verdict = decide({
    ...settings,
    rules: test.draft ? [draftRule(test.draft, now)] : settings.rules,
    interaction,
    missingAnalysis: analysis ? null : 'unavailable',
    isFromOwnAccount: false,
    account: {
      channelType: account?.channelType ?? 'corporate',
      automationEnabledAt: now,
      automationConsentAt: account ? account.automationConsentAt : now,
    },
    campaignId: null,
    variables,
    now,
  });
  const tried = await tryReply(deps, context, { interaction, verdict, settings, account, variables });
  const { decision, trace, detail } = verdict;
  const action = verdict.rule?.action;
  const { shouldAutoReply, outcome, ruleId, ruleName, reason, blockedBy } = decision;
  return {
    wouldReply: shouldAutoReply && outcome === 'reply' && tried.reply !== null && !tried.refused,
    ruleId,
    ruleName,
    ...(tried.refused ?? { reason, blockedBy, detail }),
    reply: tried.reply,
    webhookId: outcome === 'webhook' && action?.type === 'send_webhook' ? action.webhookId : null,
    gate: tried.gate,
    warnings: [...warnings, ...tried.warnings, ...warningsOf(settings, account, test)],
    analysis,
    screen: screenText(test.message),
    trace,
  };
}

/** What a person said about the message is taken as certain; the rest is asked of the model. */
async function analysisOf(
  { model }: TestDeps,
  context: TenantContext,
  { message, sentiment, language }: TestMessage,
  now: Instant,
): Promise<{ analysis: Analysis | null; warnings: string[] }> {
  const tools = { model, remainingMilliseconds: () => Number.POSITIVE_INFINITY };
  const [outcome] = await analyseTexts(tools, context, [message]);
  const found = outcome?.kind === 'analysed' ? outcome.findings : undefined;
  const warnings = found ? [] : ['The model did not answer; flags and topics are unknown.'];
  if (sentiment === undefined) return { analysis: found ? { ...found, analysedAt: now } : null, warnings };
  const unknown = {
    topics: [],
    language: 'en',
    isMedicalQuestion: false,
    requiresEscalation: false,
    isSpam: false,
  };
  const told = { sentiment, score: found?.score ?? 0.5, confidence: 100, ...(language && { language }) };
  return { analysis: { ...unknown, ...found, ...told, analysedAt: now }, warnings };
}

function interactionOf(test: TestMessage, now: Instant): Interaction {
  return newInteraction({
    provider: test.provider,
    accountId: test.accountId ?? 'test',
    externalId: 'test',
    kind: test.kind,
    contentExternalId: null,
    parentExternalId: null,
    author: {
      externalId: null,
      name: test.authorName,
      avatarUrl: null,
      followers: test.authorFollowers ?? null,
      verified: test.authorVerified ?? null,
    },
    isFromOwner: false,
    text: test.message,
    attachments: [],
    permalink: null,
    likeCount: 0,
    replyCount: 0,
    isHidden: false,
    commentedAt: now,
    capturedAt: now,
    source: 'webhook',
  });
}

function draftRule(draft: RuleDraft, now: Instant): Rule {
  const made = {
    ruleId: 'draft',
    revision: 1,
    createdAt: now,
    createdBy: 'test',
    updatedAt: now,
    version: 1,
  };
  return { ...draft, ...made, enabled: true, priority: draft.priority ?? 1 };
}

function warningsOf(
  { organization, rules }: AutomationSettings,
  account: SocialAccount | undefined,
  { draft, accountId }: TestMessage,
): string[] {
  return [
    ...(organization.automationPausedAt === null ? [] : ['Automation is paused.']),
    ...(organization.dryRun ? ['Dry run is on: nothing is posted.'] : []),
    ...(rules.length > 0 || draft ? [] : ['No rule is enabled.']),
    ...(accountId !== undefined && !account ? ['This account is not connected.'] : []),
    ...(account && account.automationEnabledAt === null ? ['Automation is off for this account.'] : []),
  ];
}
