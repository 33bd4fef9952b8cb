import {
  CreateOrganization,
  GetMe,
  GetOrganization,
  ListMembers,
  UpdateOrganization,
} from '../../../shared/contract/api/organizations.ts';
import type { ResponseOf } from '../../../shared/contract/endpoint.ts';
import { type FakeRoute, fake } from './fake-route.ts';

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
  return [
    fake(GetMe, () => ({
      userId: Mara,
      email: 'mara@beanbar.example',
      organization: hasOrganization ? { organizationId: 'org_beanbar', name: organization.name } : null,
      role: hasOrganization ? ('owner' as const) : null,
    })),
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
    fake(ListMembers, () => ({
      items: [
        member(Mara, 'Mara Lindqvist', 'mara@beanbar.example', 'owner'),
        member('user-jonas', 'Jonas Weber', 'jonas@beanbar.example', 'agent'),
        member('user-ines', 'Inês Carvalho', 'ines@beanbar.example', 'admin'),
      ],
    })),
  ];
}

function member(memberId: string, name: string, email: string, role: 'owner' | 'agent' | 'admin') {
  return { memberId, name, email, role, joinedAt: '2026-11-01T08:00:00.000Z' };
}

/** A partial body, without the fields that it does not name. */
export function withoutAbsent<T extends object>(body: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
