import { ListInteractions } from '../../../shared/contract/api/interactions.ts';
import type { InteractionStore } from '../../../shared/core/interactions/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listInteractions = ({ interactions }: { interactions: InteractionStore }) =>
  route(ListInteractions, ({ context, query }) => {
    const { limit, cursor, q, read, own, assignee, ...filter } = query;
    const narrowed = {
      ...filter,
      ...(q !== undefined && { text: q }),
      ...(read !== undefined && { isRead: read === 'true' }),
      ...(assignee !== undefined && { assigneeId: assignee }),
      includeOwn: own === 'true',
    };
    return interactions.page(context, narrowed, { limit, cursor });
  });
