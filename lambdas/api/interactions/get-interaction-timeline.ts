import { GetInteractionTimeline } from '../../../shared/contract/api/interactions.ts';
import type { InteractionStore } from '../../../shared/core/interactions/ports.ts';
import { timelineOf } from '../../../shared/core/interactions/timeline.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getInteractionTimeline = ({ interactions }: { interactions: InteractionStore }) =>
  route(GetInteractionTimeline, async ({ context, params }) => {
    const interaction = await interactions.find(context, params.interactionId);
    if (!interaction) throw notFound('The interaction');
    return { items: timelineOf(interaction) };
  });
