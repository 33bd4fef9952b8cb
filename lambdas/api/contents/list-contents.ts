import { ListContents } from '../../../shared/contract/api/contents.ts';
import type { ContentStore } from '../../../shared/core/content/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listContents = ({ contents }: { contents: Pick<ContentStore, 'page'> }) =>
  route(ListContents, ({ context, query }) => {
    const { limit, cursor, ...filter } = query;
    return contents.page(context, filter, { limit, cursor });
  });
