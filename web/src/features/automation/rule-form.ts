import type { Rule, RuleDraft } from './operations.ts';
import { conditionsOf, type Sentiment, simplify } from './rule-conditions.ts';

/** What the simple form holds, in the form's own terms. */
export interface RuleForm {
  name: string;
  description: string;
  sentiments: readonly Sentiment[];
  /** Separated by commas. */
  keywords: string;
  minimumConfidence: number;
  maximumMessageLength: number;
  replyWith: 'fixed' | 'template';
  /** One text per paragraph. */
  texts: string;
  templateIds: readonly string[];
  includeSignature: boolean;
  delaySeconds: number;
  perHour: number;
  perDay: number;
  authorCooldownMinutes: number;
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
  replyWith: 'fixed',
  texts: '',
  templateIds: [],
  includeSignature: true,
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
    replyWith: action.type === 'reply_fixed' ? 'fixed' : 'template',
    texts: action.type === 'reply_fixed' ? action.texts.join('\n\n') : '',
    templateIds: action.type === 'reply_template' ? action.templateIds : [],
    includeSignature: 'includeSignature' in action ? action.includeSignature : true,
    exclusions,
  };
}

const partsOf = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** The draft that the form means; what the form does not show is taken over from the rule it began with. */
export function draftOf(form: RuleForm, rule: Rule | undefined): RuleDraft {
  const { includeSignature } = form;
  return {
    name: form.name.trim(),
    description: form.description.trim(),
    enabled: rule?.enabled ?? false,
    ...(rule && { priority: rule.priority, scope: rule.scope }),
    conditions: conditionsOf({
      sentiments: form.sentiments,
      keywords: partsOf(form.keywords, /,/),
      others: simplify(rule?.conditions ?? []).others,
    }),
    minimumConfidence: form.minimumConfidence,
    maximumMessageLength: form.maximumMessageLength,
    exclusions: { ...rule?.exclusions, ...form.exclusions },
    action:
      form.replyWith === 'fixed'
        ? { type: 'reply_fixed', texts: partsOf(form.texts, /\n\s*\n/), includeSignature }
        : { type: 'reply_template', templateIds: [...form.templateIds], includeSignature },
    limits: {
      perHour: form.perHour,
      perDay: form.perDay,
      authorCooldownMinutes: form.authorCooldownMinutes,
    },
    delaySeconds: form.delaySeconds,
  };
}
