import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Analysis, Findings } from '../../shared/core/analysis/analysis.ts';
import { Rule, RuleDraft } from '../../shared/core/automation/rule.ts';
import type { RuleFacts } from '../../shared/core/automation/rule-facts.ts';
import type { CapturedInteraction } from '../../shared/core/interactions/captured-interaction.ts';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import { newInteraction } from '../../shared/core/interactions/new-interaction.ts';
import type { Organization } from '../../shared/core/organizations/organization.ts';
import type { PendingReply } from '../../shared/core/replies/pending-reply.ts';

/** Noon of a Friday: the instant at which the tests' comments are made and captured. */
export const Noon = '2026-11-20T12:00:00.000Z';

export function anOrganization(overrides: Partial<Organization> = {}): Organization {
  return {
    organizationId: 'org_beanbar',
    name: 'Bean Bar',
    language: 'en',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    signature: '',
    dryRun: false,
    automationPausedAt: null,
    createdAt: '2026-11-01T00:00:00.000Z',
    version: 1,
    ...overrides,
  };
}

export function anAccount(overrides: Partial<SocialAccount> = {}): SocialAccount {
  return {
    accountId: 'acc_page',
    provider: 'facebook',
    externalId: 'page_1',
    name: 'Bean Bar',
    avatarUrl: null,
    channelType: 'corporate',
    status: 'active',
    statusReason: null,
    automationEnabledAt: '2026-11-01T00:00:00.000Z',
    tokenExpiresAt: null,
    lastSyncedAt: null,
    lastSync: null,
    nextAt: null,
    connectedAt: '2026-11-01T00:00:00.000Z',
    connectedBy: 'mem_ana',
    version: 1,
    ...overrides,
  };
}

export function aCaptured(overrides: Partial<CapturedInteraction> = {}): CapturedInteraction {
  return {
    provider: 'facebook',
    accountId: 'acc_page',
    externalId: 'post_1_comment_1',
    kind: 'comment',
    contentExternalId: 'post_1',
    parentExternalId: null,
    author: { externalId: 'person_1', name: 'Lena', avatarUrl: null, followers: null, verified: null },
    isFromOwner: false,
    text: 'Your flat white is wonderful!',
    attachments: [],
    permalink: null,
    likeCount: 0,
    replyCount: 0,
    isHidden: false,
    commentedAt: Noon,
    capturedAt: Noon,
    source: 'webhook',
    ...overrides,
  };
}

export function findings(overrides: Partial<Findings> = {}): Findings {
  return {
    sentiment: 'positive',
    score: 0.9,
    confidence: 95,
    topics: ['coffee'],
    language: 'en',
    isMedicalQuestion: false,
    requiresEscalation: false,
    isSpam: false,
    ...overrides,
  };
}

export function anAnalysis(overrides: Partial<Analysis> = {}): Analysis {
  return { ...findings(), analysedAt: Noon, ...overrides };
}

/** A stored interaction that was captured and analysed, and nothing more. */
export function anInteraction(overrides: Partial<Interaction> = {}): Interaction {
  return { ...newInteraction(aCaptured()), analysis: anAnalysis(), ...overrides };
}

export function ruleFacts(overrides: Partial<RuleFacts> = {}): RuleFacts {
  return {
    text: 'Your flat white is wonderful!',
    kind: 'comment',
    provider: 'facebook',
    accountId: 'acc_page',
    channelType: 'corporate',
    campaignId: null,
    author: { name: 'Lena', followers: null, verified: null },
    at: Noon,
    analysis: findings(),
    ...overrides,
  };
}

export function aDraft(overrides: Record<string, unknown> = {}): RuleDraft {
  return RuleDraft.parse({
    name: 'Thank for praise',
    action: { type: 'reply_fixed', texts: ['Thank you so much!'] },
    ...overrides,
  });
}

export function aRule(overrides: Record<string, unknown> = {}): Rule {
  const { ruleId = 'rule_1', revision = 1, version = 1, ...draft } = overrides;
  return Rule.parse({
    ...aDraft({ enabled: true, priority: 100, ...draft }),
    ruleId,
    revision,
    version,
    createdAt: '2026-11-01T00:00:00.000Z',
    createdBy: 'mem_ana',
    updatedAt: '2026-11-01T00:00:00.000Z',
  });
}

/** An automatic reply whose time has come. */
export function aPendingReply(overrides: Partial<PendingReply> = {}): PendingReply {
  return {
    origin: {
      kind: 'automation',
      ruleId: 'rule_1',
      ruleName: 'Thank for praise',
      ruleRevision: 1,
      actionType: 'reply_fixed',
      trace: [],
      decidedAnew: false,
    },
    revision: 1,
    text: 'Thank you!',
    signature: 'Your Bean Bar',
    preparedAt: Noon,
    state: 'due',
    dueAt: Noon,
    latestSendAt: '2026-11-21T12:00:00.000Z',
    nextAt: Noon,
    wakeAt: Noon,
    attempts: 0,
    attemptedAt: null,
    reservation: null,
    waitingFor: null,
    waitingDetail: null,
    ...overrides,
  };
}
