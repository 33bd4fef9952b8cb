import { ActiveHours, Weekdays } from '../../shared/core/automation/active-hours.ts';
import type { Rule } from '../../shared/core/automation/rule.ts';
import { addSeconds, type Instant } from '../../shared/core/kernel/time.ts';
import type { Random } from './random.ts';
import {
  FirstRule,
  type Happening,
  Medical,
  OrganizationA,
  OrganizationB,
  OtherPraise,
  Praise,
  type Scenario,
  type ScenarioComment,
  SecondRule,
  WebhookRule,
  WordedRule,
} from './scenario.ts';

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
  const die = random.next();
  const first = die < 0.25 ? WordedRule : die < 0.35 ? WebhookRule : FirstRule;
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

const ofComments = ['edited', 'deleted', 'owner_answers', 'reply_deleted'] as const;
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
  'rule_undone',
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
