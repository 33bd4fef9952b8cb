import { carriedAnalysis, meteredAnalysis } from '../../core/analysis/metered-analysis.ts';
import { analysisModel as bedrockModel } from '../../infra/bedrock/analysis-model.ts';
import { modelClient } from '../../infra/bedrock/client.ts';
import { requireEnvironment } from '../env.ts';
import { modelBudget } from './model-budget.ts';

const model = bedrockModel(modelClient(), requireEnvironment('MODEL_ID'));

export const analysisModel = meteredAnalysis(model, modelBudget);

/** For intake, which stores what a call took with the comments that it was about. */
export const carriedModel = carriedAnalysis(model, modelBudget);
