import { meteredAnalysis } from '../../core/analysis/metered-analysis.ts';
import { analysisModel as model } from '../../infra/bedrock/analysis-model.ts';
import { modelClient } from '../../infra/bedrock/client.ts';
import { requireEnvironment } from '../env.ts';
import { modelBudget } from './model-budget.ts';

export const analysisModel = meteredAnalysis(
  model(modelClient(), requireEnvironment('MODEL_ID')),
  modelBudget,
);
