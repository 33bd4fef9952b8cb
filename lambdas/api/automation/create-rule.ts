import { CreateRule } from '../../../shared/contract/api/rules.ts';
import { type ChangeRuleDeps, createRule as create } from '../../../shared/core/automation/change-rules.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createRule = (deps: ChangeRuleDeps & { newId: NewId }) =>
  route(CreateRule, ({ context, body, now }) => create(deps, context, body, now));
