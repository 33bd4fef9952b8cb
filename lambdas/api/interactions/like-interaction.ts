import { LikeInteraction } from '../../../shared/contract/api/interactions.ts';
import {
  type LikeDeps,
  likeInteraction as like,
} from '../../../shared/core/interactions/like-interaction.ts';
import { route } from '../../../shared/runtime/route.ts';

export const likeInteraction = (deps: LikeDeps) =>
  route(LikeInteraction, ({ context, params, body }) =>
    like(deps, context, params.interactionId, body.liked),
  );
