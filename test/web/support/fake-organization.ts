import { AcceptInvitation } from '../../../shared/contract/api/members.ts';
import {
  CreateOrganization,
  GetMe,
  GetModelUsage,
  GetOrganization,
  UpdateOrganization,
} from '../../../shared/contract/api/organizations.ts';
import { CreateToken, ListTokens, RevokeToken } from '../../../shared/contract/api/tokens.ts';
import type { ResponseOf } from '../../../shared/contract/endpoint.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

const Mara = 'user-mara';

/** Mara's organization; `none` lets her arrive before she has one. */
export function fakeOrganization(start: 'owner' | 'none' = 'owner'): FakeRoute[] {
  let hasOrganization = start === 'owner';
  let organization: ResponseOf<typeof GetOrganization> = {
    organizationId: 'org_beanbar',
    name: 'Bean Bar',
    language: 'en',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    signature: '— your Bean Bar team',
    dryRun: false,
    automationPausedAt: null,
    createdAt: '2026-11-01T08:00:00.000Z',
    version: 3,
  };
  const tokens: ResponseOf<typeof ListTokens>['items'] = [];
  return [
    fake(GetMe, () => ({
      userId: Mara,
      email: 'mara@beanbar.example',
      organization: hasOrganization ? { organizationId: 'org_beanbar', name: organization.name } : null,
      role: hasOrganization ? ('owner' as const) : null,
    })),
    fake(AcceptInvitation, ({ body }) => {
      if (body.token !== 'good') {
        throw new FakeProblem(409, 'invitation_expired', 'This invitation has expired.');
      }
      hasOrganization = true;
      const [email, joinedAt] = ['mara@beanbar.example', '2026-11-20T08:00:00.000Z'];
      return { memberId: Mara, name: 'mara', email, role: 'owner' as const, joinedAt, version: 1 };
    }),
    fake(CreateOrganization, ({ body }) => {
      hasOrganization = true;
      organization = { ...organization, ...body };
      return organization;
    }),
    fake(GetOrganization, () => organization),
    fake(UpdateOrganization, ({ body }) => {
      organization = { ...organization, ...withoutAbsent(body), version: organization.version + 1 };
      return organization;
    }),
    fake(GetModelUsage, () => {
      const monthlyUsd = organization.modelBudget?.monthlyUsd ?? null;
      return { ...usage, monthlyUsd, spentPercent: monthlyUsd && (usage.spentUsd / monthlyUsd) * 100 };
    }),
    fake(ListTokens, () => ({ items: tokens })),
    fake(CreateToken, ({ body }) => {
      const made = {
        tokenId: `tok_${tokens.length}`,
        name: body.name,
        scopes: body.scopes,
        createdAt: '2026-11-20T08:00:00.000Z',
        createdBy: Mara,
        expiresAt: null,
      };
      tokens.push(made);
      return { ...made, token: 'earshot_secret' };
    }),
    fake(RevokeToken, ({ params }) => {
      tokens.splice(
        tokens.findIndex(({ tokenId }) => tokenId === params.tokenId),
        1,
      );
      return undefined;
    }),
  ];
}

const unused = { calls: 0, inputTokens: 0, outputTokens: 0, microUsd: 0 };
const usage = {
  month: '2026-11',
  purposes: {
    analysis: { calls: 1_200, inputTokens: 900_000, outputTokens: 60_000, microUsd: 3_500_000 },
    reply: { calls: 90, inputTokens: 80_000, outputTokens: 9_000, microUsd: 500_000 },
    suggestion: unused,
    merge: unused,
  },
  spentUsd: 4,
  monthlyUsd: null,
  spentPercent: null,
  isSpent: false,
  notices: [],
  prices: { modelId: 'model', inputUsdPerMillion: 3, outputUsdPerMillion: 15, asOf: '2026-11-01' },
};

/** A partial body, without the fields that it does not name. */
export function withoutAbsent<T extends object>(body: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
