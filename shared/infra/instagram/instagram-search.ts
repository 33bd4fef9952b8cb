import * as z from 'zod';
import type { AssetSearch } from '../meta/meta-authorizer.ts';
import { pageGaps } from '../meta/page-search.ts';

const LinkingPage = z.object({
  id: z.string(),
  access_token: z.string().optional(),
  tasks: z.array(z.string()).optional(),
  /** Missing where no professional account is linked. */
  instagram_business_account: z
    .object({ id: z.string(), username: z.string(), profile_picture_url: z.string().optional() })
    .optional(),
});

/** The professional accounts that are linked to a person's pages; each is reached with the token of its page. */
export const instagramSearch: AssetSearch = {
  provider: 'instagram',
  scopes: [
    'pages_show_list',
    'pages_read_engagement',
    'pages_manage_metadata',
    'instagram_basic',
    'instagram_manage_comments',
  ],
  optional: [
    { scope: 'instagram_manage_messages', limitation: 'no_messages' },
    { scope: 'instagram_manage_insights', limitation: 'no_insights' },
  ],
  search: async (graph, userToken, isTicked) => {
    const fields = 'id,access_token,tasks,instagram_business_account{id,username,profile_picture_url}';
    const params = { fields, limit: '100' };
    const pages = await Array.fromAsync(graph.list(LinkingPage, '/me/accounts', userToken, params));
    return pages.flatMap((page) => {
      const account = page.instagram_business_account;
      if (!account) return [];
      const gaps = pageGaps(page, isTicked);
      const isMissing = !gaps.includes('not_ticked') && !isTicked('instagram_', account.id);
      return {
        externalId: account.id,
        name: account.username,
        avatarUrl: account.profile_picture_url ?? null,
        token: page.access_token ?? '',
        gaps: isMissing ? (['not_ticked', ...gaps] as const).slice() : gaps,
      };
    });
  },
};
