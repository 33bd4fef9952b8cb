import { UpdateRule } from '../../../shared/contract/api/rules.ts';
import { type ChangeRuleDeps, updateRule as update } from '../../../shared/core/automation/change-rules.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateRule = (deps: ChangeRuleDeps) =>
  route(UpdateRule, ({ context, params, body, ifMatch, now }) =>
    update(deps, context, { ruleId: params.ruleId, changes: body, ifMatch, now }),
  );
