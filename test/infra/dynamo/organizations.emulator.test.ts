import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../../../shared/core/kernel/tenant-context.ts';
import { tokenDigest } from '../../../shared/core/organizations/api-token.ts';
import { createOrganization } from '../../../shared/core/organizations/create-organization.ts';
import { issueToken } from '../../../shared/core/organizations/issue-token.ts';
import { apiTokenDirectory, apiTokenStore } from '../../../shared/infra/dynamo/api-token-store.ts';
import { idempotencyStore } from '../../../shared/infra/dynamo/idempotency-store.ts';
import { membershipDirectory, organizationStore } from '../../../shared/infra/dynamo/organization-store.ts';
import { tokenKey } from '../../../shared/infra/dynamo/token-vault.ts';
import { sequentialIds } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const now = '2026-11-20T12:00:00.000Z';
let started: StartedTable;
beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

describe('organizations', () => {
  it('ST-07 makes the creator its owner, once', async () => {
    const organizations = organizationStore(started.table);
    const deps = { organizations, newId: sequentialIds() };
    const input = {
      user: { userId: 'u1', email: 'ana@beanbar.example' },
      name: 'Bean Bar',
      language: 'de',
      timeZone: 'Europe/Berlin',
      country: 'DE',
    } as const;
    const created = await createOrganization(deps, input, now);
    const context = systemContext(created.organizationId);

    expect(await organizations.get(context)).toEqual(created);
    expect(await organizations.members(context)).toEqual([
      { memberId: 'u1', email: 'ana@beanbar.example', name: 'ana', role: 'owner', joinedAt: now, version: 1 },
    ]);
    expect(await membershipDirectory(started.table).organizationOf('u1')).toBe(created.organizationId);
    await expect(createOrganization(deps, input, now)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'already_member',
    });
  });

  it('ST-03 refuses a change that is based on an older version', async () => {
    const organizations = organizationStore(started.table);
    const input = {
      user: { userId: 'u2', email: 'b@tea.example' },
      name: 'Tea House',
      language: 'en',
      timeZone: 'UTC',
      country: 'GB',
    } as const;
    const { organizationId } = await createOrganization(
      { organizations, newId: (prefix) => `${prefix}_tea` },
      input,
      now,
    );
    const context = systemContext(organizationId);

    expect(await organizations.update(context, { signature: '— Tea House' }, 1)).toMatchObject({
      signature: '— Tea House',
      version: 2,
    });
    await expect(organizations.update(context, { signature: 'x' }, 1)).rejects.toMatchObject({
      code: 'version_mismatch',
    });
  });
});

describe('API tokens', () => {
  it('ST-07 are found by their digest until they expire or are revoked, apart from the platforms’ tokens', async () => {
    const apiTokens = apiTokenStore(started.table);
    const directory = apiTokenDirectory(started.table);
    const context = aContext({ organizationId: 'org_tokens' });
    const deps = { apiTokens, newId: sequentialIds(), randomSecret: () => 'r4nd0m' };
    const { token, ...shown } = await issueToken(
      deps,
      context,
      { name: 'BI', scopes: ['reports:read'], expiresInDays: 1 },
      now,
    );

    await started.table
      .tenant(context)
      .put(tokenKey('acc_1'), { type: 'AccountToken', sealed: 'cipher text' });
    expect(token).toBe('earshot_r4nd0m');
    expect(await apiTokens.list(context)).toEqual([shown]);
    expect(await directory.find(tokenDigest(token), now)).toEqual({
      organizationId: 'org_tokens',
      token: shown,
    });
    expect(await directory.find(tokenDigest(token), '2026-11-21T12:00:00.000Z')).toBeUndefined();
    await apiTokens.revoke(context, shown.tokenId);
    expect(await directory.find(tokenDigest(token), now)).toBeUndefined();
    await expect(apiTokens.revoke(context, shown.tokenId)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('idempotency keys', () => {
  it('ST-03 remember the first answer, and free themselves when their call died', async () => {
    const store = idempotencyStore(started.table);
    const context = aContext();
    const answer = { status: 201, body: '{"id":1}' };

    expect(await store.start(context, 'k', 'digest', now)).toEqual({ kind: 'first' });
    expect(await store.start(context, 'k', 'digest', now)).toEqual({ kind: 'running' });
    expect(await store.start(context, 'k', 'other', now)).toEqual({ kind: 'reused' });
    expect(await store.start(context, 'k', 'digest', '2026-11-20T12:02:00.000Z')).toEqual({ kind: 'first' });
    await store.finish(context, 'k', answer);
    expect(await store.start(context, 'k', 'digest', '2026-11-20T12:09:00.000Z')).toEqual({
      kind: 'answered',
      answer,
    });
    await store.abandon(context, 'k');
    expect(await store.start(context, 'k', 'digest', '2026-11-20T12:09:00.000Z')).toEqual({
      kind: 'answered',
      answer,
    });
  });
});
