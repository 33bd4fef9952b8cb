import type { ModelBudget } from '../analysis/model-budget.ts';
import type { MergeModel } from './ports.ts';

/** The model within the organization's budget: beyond it nothing is asked, and what is asked is counted (CM-14). */
export function meteredMerge(model: MergeModel, budget: ModelBudget): MergeModel {
  return {
    async ask(variants, context) {
      if (!(await budget.allows(context))) return { kind: 'over_budget' };
      const answer = await model.ask(variants, context);
      if (answer.kind === 'answer' && answer.usage) await budget.spend(context, 'merge', answer.usage);
      return answer;
    },
  };
}
