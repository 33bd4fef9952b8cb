import { DisableRule } from '../../../shared/contract/api/rules.ts';
import { type ChangeRuleDeps, updateRule } from '../../../shared/core/automation/change-rules.ts';
import { route } from '../../../shared/runtime/route.ts';

export const disableRule = (deps: ChangeRuleDeps) =>
  route(DisableRule, ({ context, params, ifMatch, now }) =>
    updateRule(deps, context, { ruleId: params.ruleId, changes: { enabled: false }, ifMatch, now }),
  );
