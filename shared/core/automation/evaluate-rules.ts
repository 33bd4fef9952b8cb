import { type ActiveHours, isActiveAt } from './active-hours.ts';
import { isExcludedSentiment } from './check-rule.ts';
import { conditionHolds, subjectOf } from './condition.ts';
import type { FailedCheck, RuleTrace } from './decision.ts';
import type { Rule, RuleExclusions, RuleScope } from './rule.ts';
import type { RuleFacts } from './rule-facts.ts';

/** How many slots of its day a rule has used (AR-10). */
export type UsedToday = (ruleId: string) => number;

export interface Evaluation {
  /** The rule that acts; the first match by priority, and no other (AR-07). */
  matched: Rule | undefined;
  /** A rule that would have matched, had its day not been spent. */
  passedOver: Rule | undefined;
  trace: RuleTrace[];
}

type MatchableRule = Pick<
  Rule,
  'scope' | 'conditions' | 'exclusions' | 'hours' | 'minimumConfidence' | 'maximumMessageLength'
>;

/** Evaluates enabled rules by priority; the first match acts, one whose day is spent is passed over (AR-07, AR-10). */
export function evaluateRules(rules: readonly Rule[], facts: RuleFacts, usedToday: UsedToday): Evaluation {
  const trace: RuleTrace[] = [];
  let passedOver: Rule | undefined;
  for (const rule of inOrder(rules)) {
    const entry = { ruleId: rule.ruleId, name: rule.name, priority: rule.priority, revision: rule.revision };
    const failed = firstFailedCheck(rule, facts);
    const unknown = unknownFacts(rule.exclusions, facts);
    const seen = unknown.length > 0 ? { unknown } : {};
    if (failed) {
      trace.push({ ...entry, outcome: 'not_matched', failed, ...seen });
    } else if (usedToday(rule.ruleId) >= rule.limits.perDay) {
      const spent = {
        part: 'limit',
        name: 'perDay',
        expected: rule.limits.perDay,
        actual: usedToday(rule.ruleId),
      } as const;
      trace.push({ ...entry, outcome: 'passed_over', failed: spent, ...seen });
      passedOver ??= rule;
    } else {
      trace.push({ ...entry, outcome: 'matched', ...seen });
      return { matched: rule, passedOver, trace };
    }
  }
  return { matched: undefined, passedOver, trace };
}

/** Lower priorities first; the id decides between equals, so that the order is total. */
function inOrder(rules: readonly Rule[]): Rule[] {
  return rules
    .filter((rule) => rule.enabled)
    .toSorted((a, b) => a.priority - b.priority || (a.ruleId < b.ruleId ? -1 : 1));
}

/** The first thing that keeps a rule from matching, in the order scope, conditions, exclusions, hours; undefined = it matches. */
export function firstFailedCheck(rule: MatchableRule, facts: RuleFacts): FailedCheck | undefined {
  return (
    failedScope(rule.scope, facts) ??
    failedCondition(rule, facts) ??
    failedExclusion(rule.exclusions, facts) ??
    failedHours(rule.hours, facts)
  );
}

function failedScope(scope: RuleScope, facts: RuleFacts): FailedCheck | undefined {
  const checks: [name: string, allowed: readonly string[], actual: string | null][] = [
    ['kinds', scope.kinds, facts.kind],
    ['providers', scope.providers, facts.provider],
    ['accountIds', scope.accountIds, facts.accountId],
    ['channelTypes', scope.channelTypes, facts.channelType],
    ['campaignIds', scope.campaignIds, facts.campaignId],
  ];
  const failed = checks.find(
    ([, allowed, actual]) => allowed.length > 0 && (actual === null || !allowed.includes(actual)),
  );
  return failed && { part: 'scope', name: failed[0], expected: failed[1], actual: failed[2] };
}

function failedCondition(rule: MatchableRule, facts: RuleFacts): FailedCheck | undefined {
  const { confidence } = facts.analysis;
  if (confidence < rule.minimumConfidence) {
    return {
      part: 'condition',
      name: 'minimumConfidence',
      expected: rule.minimumConfidence,
      actual: confidence,
    };
  }
  const length = lengthInCharacters(facts.text);
  if (length > rule.maximumMessageLength) {
    return {
      part: 'condition',
      name: 'maximumMessageLength',
      expected: rule.maximumMessageLength,
      actual: length,
    };
  }
  const failed = rule.conditions.find((condition) => !conditionHolds(condition, facts));
  if (!failed) return undefined;
  const name = `${failed.field} ${failed.operator}`;
  // The message itself is on the interaction already; the trace would only repeat it.
  return {
    part: 'condition',
    name,
    expected: failed.value,
    ...(failed.field !== 'keyword' && { actual: subjectOf(failed, facts) }),
  };
}

function failedExclusion(exclusions: RuleExclusions, facts: RuleFacts): FailedCheck | undefined {
  const { followers, verified } = facts.author;
  const { sentiment } = facts.analysis;
  if (isExcludedSentiment(sentiment, exclusions)) {
    const name = sentiment === 'frustration' ? 'frustration' : 'negativeSentiment';
    return { part: 'exclusion', name, actual: sentiment };
  }
  if (exclusions.verifiedAuthors && verified === true)
    return { part: 'exclusion', name: 'verifiedAuthors', actual: true };
  if (exclusions.influencers && followers !== null && followers >= exclusions.influencerFollowers) {
    return {
      part: 'exclusion',
      name: 'influencers',
      expected: exclusions.influencerFollowers,
      actual: followers,
    };
  }
  return undefined;
}

function failedHours(hours: ActiveHours | null, { at }: RuleFacts): FailedCheck | undefined {
  if (hours === null || isActiveAt(hours, at)) return undefined;
  return { part: 'hours', name: 'hours', expected: hours, actual: at };
}

/** What would have excluded the author if the platform had told (AR-04). */
function unknownFacts(exclusions: RuleExclusions, { author }: RuleFacts): string[] {
  return [
    ...(exclusions.verifiedAuthors && author.verified === null ? ['author.verified'] : []),
    ...(exclusions.influencers && author.followers === null ? ['author.followers'] : []),
  ];
}

const segmenter = new Intl.Segmenter();

/** People count an emoji with its skin tone as one character. */
function lengthInCharacters(text: string): number {
  return [...segmenter.segment(text)].length;
}
