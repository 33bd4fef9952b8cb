import type { APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganizationsHandler } from '../../../../lambdas/api/organizations/index.ts';
import { unusedMonth } from '../../../../shared/core/analysis/model-usage.ts';
import type { Role } from '../../../../shared/core/kernel/tenant-context.ts';
import { modelUsageStore } from '../../../../shared/infra/dynamo/model-usage-store.ts';
import {
  membershipDirectory,
  organizationStore,
} from '../../../../shared/infra/dynamo/organization-store.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import { fixedClock, randomIds } from '../../../support/clock.ts';
import { aContext } from '../../../support/contexts.ts';
import { anOrganization, Noon } from '../../../support/conversation-builders.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

const modelId = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

describe('the usage of the language model', () => {
  let started: StartedTable;
  beforeAll(async () => {
    started = await startTable();
    const person = { memberId: 'mem_ana', name: 'Ana', email: 'ana@beanbar.example' };
    const owner = { ...person, role: 'owner', joinedAt: Noon, version: 1 } as const;
    await organizationStore(started.table).create(anOrganization(), owner);
  });
  afterAll(() => started.stop());

  async function call(
    method: string,
    path: string,
    input: { body?: object; query?: Record<string, string>; role?: Role },
  ) {
    const handler = createOrganizationsHandler({
      organizations: organizationStore(started.table),
      memberships: membershipDirectory(started.table),
      newId: randomIds(fixedClock(Noon)),
      usages: modelUsageStore(started.table),
      modelId,
    });
    const { role = 'owner', ...rest } = input;
    const event = anApiEvent({ method, resource: path, ...rest, authorizer: aMember(role) });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body) };
  }

  it('CM-14 is told to viewers by month and purpose, with the prices and the budget', async () => {
    await modelUsageStore(started.table).add(aContext(), '2026-10', {
      ...{ purpose: 'suggestion', inputTokens: 1_000, outputTokens: 100, microUsd: 1_500 },
    });
    await call('PATCH', '/v1/organization', { body: { modelBudget: { monthlyUsd: 0.002 } } });
    expect(
      await call('GET', '/v1/organization/usage', { query: { month: '2026-10' }, role: 'viewer' }),
    ).toEqual({
      status: 200,
      body: {
        month: '2026-10',
        purposes: {
          ...unusedMonth('').purposes,
          suggestion: { calls: 1, inputTokens: 1_000, outputTokens: 100, microUsd: 1_500 },
        },
        spentUsd: 0.0015,
        monthlyUsd: 0.002,
        spentPercent: 75,
        isSpent: false,
        notices: [],
        prices: { modelId, inputUsdPerMillion: 1, outputUsdPerMillion: 5, asOf: '2026-11-20' },
      },
    });
  });

  it('CM-14 has a ceiling that admins set and take away', async () => {
    const settings = (body: object, role: Role = 'admin') =>
      call('PATCH', '/v1/organization', { body, role });
    expect(await settings({ modelBudget: { monthlyUsd: 25 } })).toMatchObject({
      status: 200,
      body: { modelBudget: { monthlyUsd: 25 } },
    });
    expect(await settings({ modelBudget: { monthlyUsd: null }, analysesWithoutRules: false })).toMatchObject({
      body: { modelBudget: { monthlyUsd: null }, analysesWithoutRules: false },
    });
    expect((await settings({ modelBudget: { monthlyUsd: -1 } })).status).toBe(400);
    expect((await settings({ modelBudget: { monthlyUsd: 1 } }, 'agent')).status).toBe(403);
  });

  it('ST-03 refuses what is no month', async () => {
    expect((await call('GET', '/v1/organization/usage', { query: { month: '2026-13' } })).status).toBe(400);
  });
});
