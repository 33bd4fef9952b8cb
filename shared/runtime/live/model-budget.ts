import { modelBudget as budget } from '../../core/analysis/model-budget.ts';
import { requireEnvironment } from '../env.ts';
import { clock } from './clock.ts';
import { modelUsages } from './model-usages.ts';
import { organizations } from './organizations.ts';

export const modelBudget = budget({
  organizations,
  usages: modelUsages,
  clock,
  modelId: requireEnvironment('MODEL_ID'),
});
