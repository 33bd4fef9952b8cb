import { ActiveHours, Weekdays } from '../../shared/core/automation/active-hours.ts';
import { type Rule, RuleAction } from '../../shared/core/automation/rule.ts';
import { addSeconds, type Instant } from '../../shared/core/kernel/time.ts';
import { aRule } from '../support/conversation-builders.ts';
import type { Random } from './random.ts';

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
  | { kind: 'deleted' | 'owner_answers'; comment: number; isReported: boolean }
  | { kind: 'hidden'; comment: number }
  | { kind: 'person_replies'; comment: number }
  | { kind: 'person_closes'; comment: number }
  | { kind: 'author_is_connected'; comment: number }
  | { kind: 'platform_down' | 'model_down' | 'model_broken'; seconds: number }
  | { kind: 'paused' | 'resumed' | 'dry_run' | 'rule_edited' | 'rule_disabled' }
  | { kind: 'released' | 'dropped' }
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
const OrganizationB = 'org_b';
export const Praise = 'Your flat white is wonderful!';
const OtherPraise = 'Your espresso is wonderful!';
const Medical = 'I am allergic to nuts. Can I drink it?';
export const BlockedWord = 'flat white';

const scope = { kinds: ['comment', 'mention'] };
const FirstRule = aRule({
  scope,
  action: { type: 'reply_fixed', texts: ['Thank you so much!', 'You made our day!'] },
});
const SecondRule = aRule({
  scope,
  ruleId: 'rule_2',
  priority: 200,
  name: 'Thank in other words',
  action: { type: 'reply_fixed', texts: ['How kind of you!'], includeSignature: false },
});

const WordedRule: Rule = { ...FirstRule, action: RuleAction.parse({ type: 'reply_ai' }) };

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

/** A day in the life of an organization: few comments, tight limits, and people who interfere. */
export function randomScenario(random: Random): Scenario {
  const isNearMidnight = random.chance(0.15);
  const start = addSeconds('2026-11-20T00:00:00.000Z', isNearMidnight ? 86_100 : random.between(0, 80_000));
  const comments = commentsFrom(random, start);
  const happenings: Happening[] = [];
  const count = random.pick([0, 0, 1, 1, 2, 3]);
  for (let index = 0; index < count; index += 1)
    happenings.push(...happeningFrom(random, start, comments.length));
  return { start, rules: withHours(random, start, rulesFrom(random)), comments, happenings };
}

function rulesFrom(random: Random): Rule[] {
  const limited = (rule: Rule): Rule => ({
    ...rule,
    limits: {
      perHour: random.pick([1, 1, 2, 10]),
      perDay: random.pick([1, 2, 50]),
      authorCooldownMinutes: random.pick([0, 5, 60, 90]),
    },
    delaySeconds: random.pick([30, 120, 120, 600, 1_200]),
  });
  const first = random.chance(0.25) ? WordedRule : FirstRule;
  return random.chance(0.3) ? [limited(first), limited(SecondRule)] : [limited(first)];
}

/** Some rules close about when their replies are due: for a while each day, or for good until next Friday. */
function withHours(random: Random, start: Instant, rules: Rule[]): Rule[] {
  if (!random.chance(0.15)) return rules;
  const closes = addSeconds(start, random.between(60, 1_500));
  const opens = addSeconds(closes, random.pick([300, 1_800, 80_000]));
  const isFridayOnly = random.chance(0.3) && closes.slice(0, 10) === start.slice(0, 10);
  const span = { from: isFridayOnly ? '00:00' : timeOf(opens), to: timeOf(closes) };
  const days = isFridayOnly ? ['friday'] : Weekdays;
  const hours = ActiveHours.parse({
    timeZone: 'UTC',
    ...Object.fromEntries(days.map((day) => [day, [span]])),
  });
  return rules.map((rule) => ({ ...rule, hours }));
}

function timeOf(instant: Instant): string {
  return instant.slice(11, 16);
}

function commentsFrom(random: Random, start: Instant): ScenarioComment[] {
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const isTogether = random.chance(0.6);
  const comments = Array.from({ length: count }, (_, index) => ({
    organizationId: OrganizationA,
    externalId: `comment_${index}`,
    author: `person_${random.between(0, 1)}`,
    text: Praise,
    kind: random.chance(0.08) ? ('mention' as const) : ('comment' as const),
    at: addSeconds(start, isTogether ? random.between(0, 3) : random.between(0, 1_500)),
  }));
  if (!random.chance(0.15)) return comments;
  const stranger = { externalId: 'comment_of_b', author: 'person_0', text: Praise, at: start };
  return [...comments, { ...stranger, organizationId: OrganizationB }];
}

const ofComments = ['edited', 'deleted', 'owner_answers'] as const;
const ofPeople = [
  'hidden',
  'person_replies',
  'person_replies',
  'person_closes',
  'author_is_connected',
] as const;
const ofSettings = [
  'dry_run',
  'rule_edited',
  'rule_disabled',
  'disconnected',
  'automation_off',
  'blocklisted',
] as const;
const outages = ['platform_down', 'platform_down', 'model_down', 'model_broken'] as const;

function happeningFrom(random: Random, start: Instant, comments: number): Happening[] {
  // Most matters at the time of the first attempts and of the looks after their quiet periods.
  const at = addSeconds(start, random.between(0, random.pick([60, 200, 800, 2_500])));
  const comment = random.between(0, comments - 1);
  const isReported = random.chance(0.6);
  const die = random.next();
  if (die < 0.3) {
    const kind = random.pick(ofComments);
    return kind === 'edited'
      ? [{ at, kind, comment, isReported, text: random.pick([OtherPraise, Medical]) }]
      : [{ at, kind, comment, isReported }];
  }
  if (die < 0.55) return [{ at, kind: random.pick(ofPeople), comment }];
  if (die < 0.65) {
    const resumed = addSeconds(at, random.pick([60, 400, 1_800, 100_000]));
    const held = {
      at: addSeconds(at, random.between(0, 500)),
      kind: random.pick(['released', 'dropped'] as const),
    };
    return [{ at, kind: 'paused' }, { at: resumed, kind: 'resumed' }, ...(random.chance(0.5) ? [held] : [])];
  }
  if (die < 0.85) return [{ at, kind: random.pick(ofSettings) }];
  return [{ at, kind: random.pick(outages), seconds: random.pick([60, 700, 2_000]) }];
}
