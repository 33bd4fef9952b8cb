import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { ApiToken } from './api-token.ts';
import type { Member } from './member.ts';
import type { Organization } from './organization.ts';

type Changeable =
  | 'name'
  | 'language'
  | 'timeZone'
  | 'country'
  | 'signature'
  | 'dryRun'
  | 'automationPausedAt'
  | 'automationPausedBy'
  | 'modelBudget'
  | 'analysesWithoutRules';
export type OrganizationChanges = { [Field in Changeable]?: Organization[Field] | undefined };

export interface OrganizationStore {
  /** Creates the organization with its first owner. @throws conflict `already_member` when the person has one. */
  create(organization: Organization, owner: Member): Promise<void>;
  /** @throws not-found */
  get(context: TenantContext): Promise<Organization>;
  /** @throws precondition `version_mismatch` when `ifMatch` is not the stored version. */
  update(context: TenantContext, changes: OrganizationChanges, ifMatch?: number): Promise<Organization>;
  member(context: TenantContext, memberId: string): Promise<Member | undefined>;
  members(context: TenantContext): Promise<Member[]>;
}

/** Which organization a signed-in person belongs to: the one place that knows a person before the tenant. */
export interface MembershipDirectory {
  organizationOf(userId: string): Promise<string | undefined>;
}

export interface ApiTokenStore {
  create(context: TenantContext, token: ApiToken, digest: string): Promise<void>;
  list(context: TenantContext): Promise<ApiToken[]>;
  /** @throws not-found */
  revoke(context: TenantContext, tokenId: string): Promise<void>;
}

/** Finds a token by its digest before the tenant is known. */
export interface ApiTokenDirectory {
  find(digest: string, now: Instant): Promise<{ organizationId: string; token: ApiToken } | undefined>;
}
