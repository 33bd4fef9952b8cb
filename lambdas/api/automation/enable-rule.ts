import { EnableRule } from '../../../shared/contract/api/rules.ts';
import { type ChangeRuleDeps, updateRule } from '../../../shared/core/automation/change-rules.ts';
import { route } from '../../../shared/runtime/route.ts';

export const enableRule = (deps: ChangeRuleDeps) =>
  route(EnableRule, ({ context, params, ifMatch, now }) =>
    updateRule(deps, context, { ruleId: params.ruleId, changes: { enabled: true }, ifMatch, now }),
  );
