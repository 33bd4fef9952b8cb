import { polarityOf, Sentiments } from '../../analysis/analysis.ts';
import { possibleSentiments } from '../check-rule.ts';
import type { Condition } from '../condition.ts';
import { normaliseText } from '../normalise-text.ts';
import type { Rule, RuleExclusions, RuleScope } from '../rule.ts';

/**
 * The rules that an earlier one always takes the match from: it holds wherever they hold. They answer only when the day
 * of that one is spent (AR-17). By rule id, with the first rule that does so.
 */
export function shadowedRules(rules: readonly Rule[]): Map<string, string> {
  const shadowed = new Map<string, string>();
  rules.forEach((rule, index) => {
    const earlier = rules.slice(0, index).find((candidate) => holdsWherever(candidate, rule));
    if (earlier) shadowed.set(rule.ruleId, earlier.ruleId);
  });
  return shadowed;
}

function holdsWherever(wide: Rule, narrow: Rule): boolean {
  return (
    wide.minimumConfidence <= narrow.minimumConfidence &&
    wide.maximumMessageLength >= narrow.maximumMessageLength &&
    coversScope(wide.scope, narrow.scope) &&
    excludesNoMore(wide.exclusions, narrow.exclusions) &&
    (wide.hours === null || JSON.stringify(wide.hours) === JSON.stringify(narrow.hours)) &&
    wide.conditions.every((condition) => isImplied(condition, narrow))
  );
}

function coversScope(wide: RuleScope, narrow: RuleScope): boolean {
  const covers = (all: readonly string[], some: readonly string[]) =>
    all.length === 0 || (some.length > 0 && some.every((one) => all.includes(one)));
  return (
    covers(wide.providers, narrow.providers) &&
    covers(wide.accountIds, narrow.accountIds) &&
    covers(wide.channelTypes, narrow.channelTypes) &&
    covers(wide.campaignIds, narrow.campaignIds) &&
    covers(wide.kinds, narrow.kinds)
  );
}

function excludesNoMore(wide: RuleExclusions, narrow: RuleExclusions): boolean {
  const switches = ['negativeSentiment', 'frustration', 'verifiedAuthors', 'influencers'] as const;
  return (
    switches.every((name) => !wide[name] || narrow[name]) &&
    (!wide.influencers || wide.influencerFollowers >= narrow.influencerFollowers)
  );
}

/** True when the condition holds wherever all the given ones hold, as far as their values alone can tell. */
function isImplied(condition: Condition, narrow: Pick<Rule, 'conditions' | 'exclusions'>): boolean {
  const wanted = sentimentsOf(condition);
  return wanted
    ? possibleSentiments(narrow).every((one) => wanted.includes(one))
    : narrow.conditions.some((other) => implies(other, condition));
}

function sentimentsOf(condition: Condition): readonly string[] | undefined {
  if (condition.field === 'sentiment') return [condition.value].flat();
  if (condition.field !== 'polarity') return undefined;
  const polarities: string[] = [condition.value].flat();
  return Sentiments.filter((sentiment) => polarities.includes(polarityOf(sentiment)));
}

const textsOf = (condition: Condition): string[] => [condition.value].flat().map(normaliseText);

function implies(given: Condition, wanted: Condition): boolean {
  if (given.field !== wanted.field) return false;
  const [have, want] = [textsOf(given), textsOf(wanted)];
  const eachHas = (test: (one: string, other: string) => boolean) =>
    have.every((one) => want.some((other) => test(one, other)));
  switch (`${given.operator} ${wanted.operator}`) {
    case 'contains contains':
    case 'equals contains':
      return eachHas((one, other) => one.includes(other));
    // What holds none of many words holds none of some of them.
    case 'not_contains not_contains':
    case 'exclude exclude':
      return want.every((other) => have.includes(other));
    case 'equals not_contains':
      return have.every((one) => want.every((other) => !one.includes(other)));
    case 'include include':
    case 'equals equals':
    case 'equals in':
    case 'in in':
    case 'in equals':
      return have.every((one) => want.includes(one));
    default:
      return false;
  }
}
