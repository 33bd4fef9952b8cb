import { analysisModel as model } from '../../infra/bedrock/analysis-model.ts';
import { modelClient } from '../../infra/bedrock/client.ts';
import { requireEnvironment } from '../env.ts';

export const analysisModel = model(modelClient(), requireEnvironment('MODEL_ID'));
