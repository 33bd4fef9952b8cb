import { useTranslation } from 'react-i18next';
import type { Rule } from './operations.ts';
import { simplify } from './rule-conditions.ts';

/** When a rule answers, in one line: its sentiments, its keywords, and how many conditions more. */
export function useConditionText(): (rule: Rule) => string {
  const { t } = useTranslation();
  return ({ conditions }) => {
    const { sentiments, keywords, others } = simplify(conditions);
    const parts: string[] = [];
    if (sentiments.length > 0) {
      const names = sentiments.map((sentiment) => t(`inbox.sentiments.${sentiment}`)).join(', ');
      parts.push(t('rules.summary.sentiments', { names }));
    }
    if (keywords.length > 0) parts.push(t('rules.summary.keywords', { words: keywords.join(', ') }));
    if (others.length > 0) parts.push(t('rules.summary.other', { count: others.length }));
    return parts.join(' · ') || t('rules.summary.any');
  };
}
