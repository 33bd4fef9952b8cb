import { SwitchDryRun } from '../../../shared/contract/api/automation.ts';
import { type SwitchDeps, switchDryRun as turn } from '../../../shared/core/automation/switch-automation.ts';
import { route } from '../../../shared/runtime/route.ts';

export const switchDryRun = (deps: SwitchDeps) =>
  route(SwitchDryRun, ({ context, body, now }) => turn(deps, context, body.dryRun, now));
