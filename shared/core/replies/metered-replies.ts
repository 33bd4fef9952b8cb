import type { ModelBudget } from '../analysis/model-budget.ts';
import type { ModelPurpose } from '../analysis/model-usage.ts';
import type { ReplyModel } from './reply-model.ts';

/** The model within the organization's budget: beyond it nothing is asked, and what is asked is counted. */
export function meteredReplies(model: ReplyModel, budget: ModelBudget, purpose: ModelPurpose): ReplyModel {
  return {
    async write(request, context) {
      if (!(await budget.allows(context))) return { kind: 'over_budget' };
      const answer = await model.write(request, context);
      if (answer.kind === 'answer' && answer.usage) await budget.spend(context, purpose, answer.usage);
      return answer;
    },
  };
}
