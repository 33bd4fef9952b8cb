import { polarityOf, type Sentiment, Sentiments } from '../analysis/analysis.ts';
import { AppError } from '../kernel/errors.ts';
import { assertKnownVariables } from '../replies/render-template.ts';
import type { Condition } from './condition.ts';
import type { RuleDraft, RuleExclusions } from './rule.ts';

/**
 * Refuses a rule that is faulty by itself: a safety switch turned off, an unknown variable in a text,
 * or conditions that its own exclusions can never let match (AR-04, AR-05, CM-18).
 */
export function assertRuleIsSound(draft: RuleDraft): void {
  if (!draft.exclusions.medicalQuestions || !draft.exclusions.escalations) {
    throw new AppError('invalid', 'safety_locked', 'Medical questions and escalations always go to people.');
  }
  if (draft.action.type === 'reply_fixed') assertKnownVariables(draft.action.texts);
  if (possibleSentiments(draft).length === 0) {
    const message =
      'This rule can never match: its sentiment conditions and exclusions leave no sentiment over.';
    throw new AppError('invalid', 'rule_can_never_match', message);
  }
}

/** The sentiments that a rule's conditions and exclusions leave over. */
export function possibleSentiments({
  conditions,
  exclusions,
}: Pick<RuleDraft, 'conditions' | 'exclusions'>): Sentiment[] {
  return Sentiments.filter(
    (sentiment) =>
      !isExcludedSentiment(sentiment, exclusions) &&
      conditions.every((condition) => allows(condition, sentiment)),
  );
}

export function isExcludedSentiment(sentiment: Sentiment, exclusions: RuleExclusions): boolean {
  return (
    (sentiment === 'negative' && exclusions.negativeSentiment) ||
    (sentiment === 'frustration' && exclusions.frustration)
  );
}

function allows(condition: Condition, sentiment: Sentiment): boolean {
  if (condition.field === 'sentiment') return [condition.value].flat().includes(sentiment);
  if (condition.field === 'polarity') return [condition.value].flat().includes(polarityOf(sentiment));
  return true;
}
