import { describe, expect, it } from 'vitest';
import { tokenDigest } from '../../../shared/core/organizations/api-token.ts';
import { identifyCaller } from '../../../shared/core/organizations/identify-caller.ts';

const now = '2026-11-20T12:00:00.000Z';
const ana = { userId: 'user_ana', email: 'ana@beanbar.example', isEmailVerified: true };
const deps = {
  verifyToken: async (token: string) =>
    ({ 'ana-jwt': ana, 'new-jwt': { ...ana, userId: 'user_new' } })[token],
  memberships: { organizationOf: async (userId: string) => (userId === 'user_ana' ? 'org_1' : undefined) },
  organizations: {
    member: async () => ({
      memberId: 'user_ana',
      email: ana.email,
      name: 'Ana',
      role: 'agent' as const,
      joinedAt: now,
      version: 1,
    }),
  },
  apiTokens: {
    find: async (digest: string) =>
      digest === tokenDigest('earshot_secret')
        ? {
            organizationId: 'org_1',
            token: {
              tokenId: 'tok_1',
              name: 'BI',
              scopes: ['interactions:read', 'reports:read'],
              createdAt: now,
              createdBy: 'user_ana',
              expiresAt: null,
            },
          }
        : undefined,
  },
};

describe('identifyCaller', () => {
  it('ST-07 knows a member by the sign-in, with the role in the organization', async () => {
    expect(await identifyCaller(deps, 'Bearer ana-jwt', now)).toEqual({
      actorKind: 'member',
      userId: 'user_ana',
      email: 'ana@beanbar.example',
      emailVerified: 'true',
      organizationId: 'org_1',
      memberId: 'user_ana',
      role: 'agent',
    });
  });

  it('ST-07 lets a person without an organization in, to create one', async () => {
    expect(await identifyCaller(deps, 'Bearer new-jwt', now)).toEqual({
      actorKind: 'member',
      userId: 'user_new',
      email: 'ana@beanbar.example',
      emailVerified: 'true',
    });
  });

  it('ST-07 knows a machine client by its token, with its scopes', async () => {
    expect(await identifyCaller(deps, 'Bearer earshot_secret', now)).toEqual({
      actorKind: 'token',
      organizationId: 'org_1',
      tokenId: 'tok_1',
      scopes: 'interactions:read reports:read',
    });
  });

  it.each(['', 'Basic abc', 'Bearer', 'Bearer forged', 'Bearer earshot_unknown'])(
    'ST-07 does not let in %j',
    async (authorization) => {
      expect(await identifyCaller(deps, authorization, now)).toBeUndefined();
    },
  );

  it('ST-07 does not mistake an outage of the sign-in for a wrong token', async () => {
    const down = {
      ...deps,
      verifyToken: async () => {
        throw new Error('keys unreadable');
      },
    };

    await expect(identifyCaller(down, 'Bearer ana-jwt', now)).rejects.toThrow('keys unreadable');
  });
});
