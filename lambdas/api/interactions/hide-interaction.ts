import { HideInteraction } from '../../../shared/contract/api/interactions.ts';
import {
  type HideDeps,
  hideInteraction as hide,
} from '../../../shared/core/interactions/hide-interaction.ts';
import { route } from '../../../shared/runtime/route.ts';

export const hideInteraction = (deps: HideDeps) =>
  route(HideInteraction, ({ context, params, body }) =>
    hide(deps, context, params.interactionId, body.hidden),
  );
