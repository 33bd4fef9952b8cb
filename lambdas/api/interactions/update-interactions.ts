import { UpdateInteractions } from '../../../shared/contract/api/interactions.ts';
import type { HideDeps } from '../../../shared/core/interactions/hide-interaction.ts';
import { updateMany } from '../../../shared/core/interactions/update-many.ts';
import { route } from '../../../shared/runtime/route.ts';
import { type AssigneeDeps, requireMember } from './require-member.ts';

export const updateInteractions = (deps: HideDeps & AssigneeDeps) =>
  route(UpdateInteractions, async ({ context, body: { interactionIds, change } }) => {
    await requireMember(deps, context, change.assigneeId);
    return { items: await updateMany(deps, context, interactionIds, change) };
  });
