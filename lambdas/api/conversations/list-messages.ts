import { ListMessages } from '../../../shared/contract/api/conversations.ts';
import type { ConversationStore } from '../../../shared/core/conversations/ports.ts';
import type { InteractionStore } from '../../../shared/core/interactions/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';
import { messageView } from './message-view.ts';

interface Deps {
  conversations: Pick<ConversationStore, 'find' | 'messages'>;
  interactions: Pick<InteractionStore, 'known'>;
}

export const listMessages = ({ conversations, interactions }: Deps) =>
  route(ListMessages, async ({ context, params, query }) => {
    const { conversationId } = params;
    if (!(await conversations.find(context, conversationId))) throw notFound('The conversation');
    const { items: places, cursor } = await conversations.messages(context, conversationId, query);
    const known = await interactions.known(
      context,
      places.map(({ messageId }) => messageId),
    );
    const items = places.flatMap((place) => {
      const said = known.get(place.messageId);
      return said === undefined || said === 'removed' ? [] : [messageView(place, said)];
    });
    return { items, ...(cursor && { cursor }) };
  });
