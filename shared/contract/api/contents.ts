import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Content } from '../../core/content/content.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const Params = z.object({ contentId: z.string() });
const read = { role: 'viewer', scope: 'interactions:read' } as const;
const write = { role: 'agent', scope: 'interactions:write' } as const;

export const ListContents = endpoint({
  id: 'listContents',
  method: 'GET',
  path: '/v1/contents',
  resource: 'contents',
  access: read,
  summary: 'Posts, videos and stories with their latest statistics, the newest first',
  query: PageQuery.extend({
    accountId: z.string().optional(),
    provider: Provider.optional(),
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  }),
  status: 200,
  response: pageOf(Content),
});

export const GetContent = endpoint({
  id: 'getContent',
  method: 'GET',
  path: '/v1/contents/{contentId}',
  resource: 'contents',
  access: read,
  summary: 'One piece of content with its statistics over time',
  params: Params,
  status: 200,
  response: Content.extend({
    /** One sample for each day on which something was different, the oldest first; absent figures are unknown. */
    series: z.array(Content.shape.statistics.extend({ day: z.string() })),
  }),
});

export const UpdateContent = endpoint({
  id: 'updateContent',
  method: 'PATCH',
  path: '/v1/contents/{contentId}',
  resource: 'contents',
  access: write,
  summary: 'Assign to a campaign, or take out of it',
  params: Params,
  body: z.strictObject({ campaignId: z.string().nullable() }),
  status: 200,
  response: Content,
});

export const contentsEndpoints = [ListContents, GetContent, UpdateContent];
