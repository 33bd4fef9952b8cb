import * as z from 'zod';
import { ApiToken } from '../../core/organizations/api-token.ts';
import { endpoint } from '../endpoint.ts';
import { TokenScopes } from '../scopes.ts';

export const CreateToken = endpoint({
  id: 'createToken',
  method: 'POST',
  path: '/v1/tokens',
  resource: 'tokens',
  access: { role: 'owner', scope: null },
  summary: 'Create an API token',
  description: 'The token is in this answer and nowhere else: store it now.',
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(TokenScopes)).min(1),
    expiresInDays: z.int().min(1).max(730).optional(),
  }),
  status: 201,
  response: ApiToken.extend({ token: z.string() }),
});

export const ListTokens = endpoint({
  id: 'listTokens',
  method: 'GET',
  path: '/v1/tokens',
  resource: 'tokens',
  access: { role: 'owner', scope: null },
  summary: 'The API tokens of your organization',
  status: 200,
  response: z.object({ items: z.array(ApiToken) }),
});

export const RevokeToken = endpoint({
  id: 'revokeToken',
  method: 'DELETE',
  path: '/v1/tokens/{tokenId}',
  resource: 'tokens',
  access: { role: 'owner', scope: null },
  summary: 'Revoke an API token; it stops working within a minute',
  params: z.object({ tokenId: z.string() }),
  status: 204,
});

export const tokensEndpoints = [CreateToken, ListTokens, RevokeToken];
