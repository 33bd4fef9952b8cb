import * as z from 'zod';
import type { AssetSearch, IsTicked, SearchedAsset } from './meta-authorizer.ts';

const ManagedPage = z.object({
  id: z.string(),
  name: z.string(),
  access_token: z.string().optional(),
  tasks: z.array(z.string()).optional(),
});
type ManagedPage = z.infer<typeof ManagedPage>;

/** The pages that a person manages, each with the token that reaches it. */
export const pageSearch: AssetSearch = {
  provider: 'facebook',
  scopes: [
    'pages_show_list',
    'pages_read_engagement',
    'pages_read_user_content',
    'pages_manage_engagement',
    'pages_manage_metadata',
  ],
  optional: [
    { scope: 'pages_messaging', limitation: 'no_messages' },
    { scope: 'read_insights', limitation: 'no_insights' },
  ],
  search: async (graph, userToken, isTicked) => {
    const params = { fields: 'id,name,access_token,tasks', limit: '100' };
    const pages = await Array.fromAsync(graph.list(ManagedPage, '/me/accounts', userToken, params));
    return pages.map((page) => ({
      externalId: page.id,
      name: page.name,
      avatarUrl: `https://graph.facebook.com/${page.id}/picture`,
      token: page.access_token ?? '',
      gaps: pageGaps(page, isTicked),
    }));
  },
};

/** What a page lacks before anything can be done with its token. */
export function pageGaps(
  { id, access_token: token, tasks }: Pick<ManagedPage, 'id' | 'access_token' | 'tasks'>,
  isTicked: IsTicked,
): SearchedAsset['gaps'] {
  const gaps: SearchedAsset['gaps'] = [];
  if (token === undefined || !isTicked('pages_', id)) gaps.push('not_ticked');
  if (tasks !== undefined && !tasks.includes('MODERATE')) gaps.push('no_moderation');
  return gaps;
}
