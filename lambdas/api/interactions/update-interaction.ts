import { UpdateInteraction } from '../../../shared/contract/api/interactions.ts';
import type { ChangeDeps } from '../../../shared/core/interactions/change-interaction.ts';
import { updateInteraction as update } from '../../../shared/core/interactions/update-interaction.ts';
import { route } from '../../../shared/runtime/route.ts';
import { type AssigneeDeps, requireMember } from './require-member.ts';

export const updateInteraction = (deps: ChangeDeps & AssigneeDeps) =>
  route(UpdateInteraction, async ({ context, params, body, ifMatch }) => {
    await requireMember(deps, context, body.assigneeId);
    return update(deps, context, { interactionId: params.interactionId, marks: body, ifMatch });
  });
