import { DeleteInteraction } from '../../../shared/contract/api/interactions.ts';
import {
  type DeleteDeps,
  deleteInteraction as remove,
} from '../../../shared/core/interactions/delete-interaction.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteInteraction = (deps: DeleteDeps) =>
  route(DeleteInteraction, ({ context, params }) => remove(deps, context, params.interactionId));
