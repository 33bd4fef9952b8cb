import { DropHeldReplies } from '../../../shared/contract/api/automation.ts';
import { dropHeld, type SwitchDeps } from '../../../shared/core/automation/switch-automation.ts';
import { route } from '../../../shared/runtime/route.ts';

export const dropHeldReplies = (deps: SwitchDeps) =>
  route(DropHeldReplies, ({ context, now }) => dropHeld(deps, context, now));
