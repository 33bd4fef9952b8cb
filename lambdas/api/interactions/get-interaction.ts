import { GetInteraction } from '../../../shared/contract/api/interactions.ts';
import { capabilitiesFor } from '../../../shared/core/accounts/capabilities.ts';
import type { InteractionStore } from '../../../shared/core/interactions/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getInteraction = ({ interactions }: { interactions: InteractionStore }) =>
  route(GetInteraction, async ({ context, params }) => {
    const interaction = await interactions.find(context, params.interactionId);
    if (!interaction) throw notFound('The interaction');
    return { ...interaction, capabilities: capabilitiesFor(interaction) };
  });
