import { GetModelUsage } from '../../../shared/contract/api/organizations.ts';
import { monthOfModel, type UsageDeps } from '../../../shared/core/analysis/month-of-model.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getModelUsage = (deps: UsageDeps) =>
  route(GetModelUsage, ({ context, query, now }) => monthOfModel(deps, context, { ...query, now }));
