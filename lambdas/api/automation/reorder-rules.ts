import { ReorderRules } from '../../../shared/contract/api/rules.ts';
import {
  type ChangeRuleDeps,
  reorderRules as reorder,
} from '../../../shared/core/automation/change-rules.ts';
import { route } from '../../../shared/runtime/route.ts';

export const reorderRules = (deps: ChangeRuleDeps) =>
  route(ReorderRules, async ({ context, body, now }) => ({
    items: await reorder(deps, context, body.ruleIds, now),
  }));
