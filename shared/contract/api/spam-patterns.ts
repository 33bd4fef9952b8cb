import * as z from 'zod';
import { SpamPattern, SpamPatternScope, SpamPatternType } from '../../core/coverage/spam-pattern.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const read = { role: 'viewer', scope: 'coverage:read' } as const;
const write = { role: 'admin', scope: 'coverage:write' } as const;
const Params = z.object({ patternId: z.string() });
const { pattern, description } = SpamPattern.shape;

/** How marking an article as spam keeps its like out as well; a domain or outlet is the article's own if left out. */
export const FutureSpamQuery = z.strictObject({
  patternType: SpamPatternType.optional(),
  patternText: pattern.optional(),
  patternScope: SpamPatternScope.default('campaign'),
});

export const ListSpamPatterns = endpoint({
  id: 'listSpamPatterns',
  method: 'GET',
  path: '/v1/spam-patterns',
  resource: 'coverage',
  access: read,
  summary: 'What is kept out of the suggestions, the newest first',
  query: PageQuery.extend({ campaignId: z.string().optional() }),
  status: 200,
  response: pageOf(SpamPattern),
});

export const CreateSpamPattern = endpoint({
  id: 'createSpamPattern',
  method: 'POST',
  path: '/v1/spam-patterns',
  resource: 'coverage',
  access: write,
  summary: 'Keep articles out by domain, words or outlet; regular expressions are RE2’s',
  body: z
    .strictObject({
      type: SpamPatternType,
      pattern,
      isRegex: z.boolean().default(false),
      scope: SpamPatternScope.default('global'),
      campaignId: z.string().nullable().default(null),
      isActive: z.boolean().default(true),
      description: description.default(''),
    })
    .refine(({ scope, campaignId }) => (scope === 'campaign') === (campaignId !== null), {
      path: ['campaignId'],
      message: 'A pattern of the scope campaign names its campaign, a global one names none.',
    }),
  status: 201,
  response: SpamPattern,
  idempotent: true,
});

export const GetSpamPattern = endpoint({
  id: 'getSpamPattern',
  method: 'GET',
  path: '/v1/spam-patterns/{patternId}',
  resource: 'coverage',
  access: read,
  summary: 'One spam pattern with how often it matched',
  params: Params,
  status: 200,
  response: SpamPattern,
});

export const UpdateSpamPattern = endpoint({
  id: 'updateSpamPattern',
  method: 'PATCH',
  path: '/v1/spam-patterns/{patternId}',
  resource: 'coverage',
  access: write,
  summary: 'Change a spam pattern, or let it rest',
  params: Params,
  body: z.strictObject(
    SpamPattern.pick({ pattern: true, isRegex: true, isActive: true, description: true }).partial().shape,
  ),
  status: 200,
  response: SpamPattern,
});

export const DeleteSpamPattern = endpoint({
  id: 'deleteSpamPattern',
  method: 'DELETE',
  path: '/v1/spam-patterns/{patternId}',
  resource: 'coverage',
  access: write,
  summary: 'Remove a spam pattern; what it kept out may be suggested by the next crawl',
  params: Params,
  status: 204,
});

export const spamPatternsEndpoints = [
  ListSpamPatterns,
  CreateSpamPattern,
  GetSpamPattern,
  UpdateSpamPattern,
  DeleteSpamPattern,
];
