import { GetInteractionContent } from '../../../shared/contract/api/interactions.ts';
import type { ContentStore } from '../../../shared/core/content/ports.ts';
import type { InteractionStore } from '../../../shared/core/interactions/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export interface ContentDeps {
  interactions: Pick<InteractionStore, 'find'>;
  contents: Pick<ContentStore, 'findMany'>;
}

export const getInteractionContent = ({ interactions, contents }: ContentDeps) =>
  route(GetInteractionContent, async ({ context, params }) => {
    const interaction = await interactions.find(context, params.interactionId);
    const { contentId = null } = interaction ?? {};
    const [content] = contentId === null ? [] : await contents.findMany(context, [contentId]);
    if (!content) throw notFound('What the interaction is about');
    return content;
  });
