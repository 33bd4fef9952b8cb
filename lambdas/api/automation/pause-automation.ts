import { PauseAutomation } from '../../../shared/contract/api/automation.ts';
import {
  pauseAutomation as pause,
  type SwitchDeps,
} from '../../../shared/core/automation/switch-automation.ts';
import { route } from '../../../shared/runtime/route.ts';

export const pauseAutomation = (deps: SwitchDeps) =>
  route(PauseAutomation, ({ context, body, now }) => pause(deps, context, body.paused, now));
