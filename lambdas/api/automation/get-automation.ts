import { GetAutomation } from '../../../shared/contract/api/automation.ts';
import { automationState, type SwitchDeps } from '../../../shared/core/automation/switch-automation.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getAutomation = (deps: SwitchDeps) =>
  route(GetAutomation, ({ context, now }) => automationState(deps, context, now));
