import { type Rule, RuleAction } from '../../shared/core/automation/rule.ts';
import { addSeconds, type Instant } from '../../shared/core/kernel/time.ts';
import { aRule } from '../support/conversation-builders.ts';

export interface ScenarioComment {
  organizationId: string;
  externalId: string;
  author: string;
  text: string;
  at: Instant;
  /** What stands below a mention cannot be listed. */
  kind?: 'comment' | 'mention';
}

/** What happens around the comments; `comment` is the position of the one that it concerns. */
export type Happening = { at: Instant } & (
  | { kind: 'edited'; comment: number; text: string; isReported: boolean }
  | { kind: 'deleted' | 'owner_answers' | 'reply_deleted'; comment: number; isReported: boolean }
  | { kind: 'hidden'; comment: number }
  | { kind: 'person_replies'; comment: number }
  | { kind: 'person_closes'; comment: number }
  | { kind: 'author_is_connected'; comment: number }
  | { kind: 'platform_down' | 'model_down' | 'model_broken'; seconds: number }
  | { kind: 'paused' | 'resumed' | 'dry_run' | 'rule_edited' | 'rule_disabled' }
  | { kind: 'released' | 'dropped' | 'rule_undone' }
  | { kind: 'disconnected' | 'automation_off' | 'blocklisted' }
);

export interface Scenario {
  start: Instant;
  rules: Rule[];
  comments: ScenarioComment[];
  happenings: Happening[];
}

const Noon = '2026-11-20T12:00:00.000Z';
export const OrganizationA = 'org_a';
export const OrganizationB = 'org_b';
export const Praise = 'Your flat white is wonderful!';
export const OtherPraise = 'Your espresso is wonderful!';
export const Medical = 'I am allergic to nuts. Can I drink it?';
export const BlockedWord = 'flat white';

const scope = { kinds: ['comment', 'mention'] };
export const FirstRule: Rule = aRule({
  scope,
  action: { type: 'reply_fixed', texts: ['Thank you so much!', 'You made our day!'] },
});
export const SecondRule: Rule = aRule({
  scope,
  ruleId: 'rule_2',
  priority: 200,
  name: 'Thank in other words',
  action: { type: 'reply_fixed', texts: ['How kind of you!'], includeSignature: false },
});

export const WordedRule: Rule = { ...FirstRule, action: RuleAction.parse({ type: 'reply_ai' }) };

export const WebhookRule: Rule = {
  ...FirstRule,
  action: { type: 'send_webhook', webhookId: 'webhook_1' },
};

function scenarioOf(rule: Rule, ...comments: Partial<ScenarioComment>[]): Scenario {
  const plain = { organizationId: OrganizationA, author: 'person_0', text: Praise, at: Noon };
  return {
    start: Noon,
    rules: [rule],
    comments: comments.map((comment, index) => ({ ...plain, externalId: `comment_${index}`, ...comment })),
    happenings: [],
  };
}

/** One comment that one rule answers. */
export const PlainScenario: Scenario = scenarioOf(FirstRule, {});
/** The model words the reply. */
export const WordedScenario: Scenario = scenarioOf(WordedRule, {});
/** Nobody can ask the platform whether it was answered. */
export const MentionScenario: Scenario = scenarioOf(FirstRule, { kind: 'mention' });
/** Hidden before anybody can look again. */
export const HiddenMentionScenario: Scenario = {
  ...MentionScenario,
  happenings: [{ at: addSeconds(Noon, 300), kind: 'hidden', comment: 0 }],
};
/** Two comments of two people, and one reply an hour. */
export const LastSlotScenario: Scenario = scenarioOf(
  { ...FirstRule, limits: { perHour: 1, perDay: 50, authorCooldownMinutes: 0 } },
  {},
  { author: 'person_1' },
);

/** Within the quiet period of the first attempt, when a dead worker's lease is over. */
const BeforeTheLook = addSeconds(Noon, 400);
/** The owner deletes the answer on the platform before anybody can look for it. */
export const DeletedReplyScenario: Scenario = {
  ...PlainScenario,
  happenings: [{ at: BeforeTheLook, kind: 'reply_deleted', comment: 0, isReported: true }],
};
/** A member has everything deleted that the rule posted, also the answer that nobody has looked for yet. */
export const UndoneReplyScenario: Scenario = {
  ...PlainScenario,
  happenings: [{ at: BeforeTheLook, kind: 'rule_undone' }],
};
