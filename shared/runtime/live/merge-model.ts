import { meteredMerge } from '../../core/directory/metered-merge.ts';
import { modelClient } from '../../infra/bedrock/client.ts';
import { mergeModel as model } from '../../infra/bedrock/merge-model.ts';
import { requireEnvironment } from '../env.ts';
import { modelBudget } from './model-budget.ts';

export const mergeModel = meteredMerge(model(modelClient(), requireEnvironment('MODEL_ID')), modelBudget);
