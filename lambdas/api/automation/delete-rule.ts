import { DeleteRule } from '../../../shared/contract/api/rules.ts';
import { type ChangeRuleDeps, deleteRule as remove } from '../../../shared/core/automation/change-rules.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteRule = (deps: ChangeRuleDeps) =>
  route(DeleteRule, async ({ context, params, ifMatch }) => {
    await remove(deps, context, params.ruleId, ifMatch);
    return undefined;
  });
