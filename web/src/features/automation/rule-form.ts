import type { Rule, RuleDraft } from './operations.ts';
import { type ActionForm, actionFormOf, actionOf, emptyAction } from './rule-action.ts';
import { conditionsOf, type Sentiment, simplify } from './rule-conditions.ts';
import { type HoursForm, hoursFormOf, hoursOf } from './rule-hours.ts';

/** What the simple form holds, in the form's own terms. */
export interface RuleForm extends ActionForm {
  name: string;
  description: string;
  sentiments: readonly Sentiment[];
  /** Separated by commas. */
  keywords: string;
  minimumConfidence: number;
  maximumMessageLength: number;
  delaySeconds: number;
  perHour: number;
  perDay: number;
  authorCooldownMinutes: number;
  /** Null: at any time. */
  hours: HoursForm | null;
  exclusions: Pick<
    Rule['exclusions'],
    'negativeSentiment' | 'frustration' | 'verifiedAuthors' | 'influencers'
  >;
}

/** A new rule begins as the safest useful one: it thanks for kind words. */
const beginning: RuleForm = {
  name: '',
  description: '',
  sentiments: ['positive', 'gratitude'],
  keywords: '',
  minimumConfidence: 80,
  maximumMessageLength: 300,
  ...emptyAction,
  hours: null,
  delaySeconds: 120,
  perHour: 10,
  perDay: 50,
  authorCooldownMinutes: 60,
  exclusions: { negativeSentiment: true, frustration: true, verifiedAuthors: true, influencers: true },
};

export function formOf(rule: Rule | undefined): RuleForm {
  if (!rule) return beginning;
  const { sentiments, keywords } = simplify(rule.conditions);
  const { action, limits, exclusions } = rule;
  return {
    ...rule,
    ...limits,
    sentiments,
    keywords: keywords.join(', '),
    ...actionFormOf(action),
    hours: hoursFormOf(rule.hours),
    exclusions,
  };
}

const wordsOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** The draft that the form means; what the form does not show is taken over from the rule it began with. */
export function draftOf(form: RuleForm, rule: Rule | undefined): RuleDraft {
  return {
    name: form.name.trim(),
    description: form.description.trim(),
    enabled: rule?.enabled ?? false,
    ...(rule && { priority: rule.priority, scope: rule.scope }),
    conditions: conditionsOf({
      sentiments: form.sentiments,
      keywords: wordsOf(form.keywords),
      others: simplify(rule?.conditions ?? []).others,
    }),
    minimumConfidence: form.minimumConfidence,
    maximumMessageLength: form.maximumMessageLength,
    exclusions: { ...rule?.exclusions, ...form.exclusions },
    action: actionOf(form),
    hours: hoursOf(form.hours),
    limits: {
      perHour: form.perHour,
      perDay: form.perDay,
      authorCooldownMinutes: form.authorCooldownMinutes,
    },
    delaySeconds: form.delaySeconds,
  };
}
