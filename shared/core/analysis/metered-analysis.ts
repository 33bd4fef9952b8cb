import type { ModelBudget } from './model-budget.ts';
import type { AnalysisModel } from './ports.ts';

/**
 * The same for whoever stores what was asked about: where no budget has to be kept, the count goes with it and is added
 * to the figures later, which costs no write for each call (decision 0014).
 */
export function carriedAnalysis(model: AnalysisModel, budget: ModelBudget): AnalysisModel {
  return {
    async ask(texts, context) {
      if (!(await budget.allows(context))) return { kind: 'over_budget' };
      const answer = await model.ask(texts, context);
      if (answer.kind !== 'answer' || !answer.usage) return answer;
      const uncounted = await budget.carried(context, answer.usage);
      if (!uncounted) await budget.spend(context, 'analysis', answer.usage);
      return { ...answer, uncounted };
    },
  };
}

/** The model within the organization's budget: beyond it nothing is asked, and what is asked is counted (CM-14). */
export function meteredAnalysis(model: AnalysisModel, budget: ModelBudget): AnalysisModel {
  return {
    async ask(texts, context) {
      if (!(await budget.allows(context))) return { kind: 'over_budget' };
      const answer = await model.ask(texts, context);
      if (answer.kind === 'answer' && answer.usage) await budget.spend(context, 'analysis', answer.usage);
      return answer;
    },
  };
}
