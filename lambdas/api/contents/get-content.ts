import { GetContent } from '../../../shared/contract/api/contents.ts';
import type { ContentStore } from '../../../shared/core/content/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getContent = ({ contents }: { contents: Pick<ContentStore, 'findMany' | 'series'> }) =>
  route(GetContent, async ({ context, params }) => {
    const [content] = await contents.findMany(context, [params.contentId]);
    if (!content) throw notFound('The content');
    return { ...content, series: await contents.series(context, params.contentId) };
  });
