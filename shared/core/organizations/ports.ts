import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { ApiToken } from './api-token.ts';
import type { FoundInvitation, Invitation } from './invitation.ts';
import type { FormerMember, Member } from './member.ts';
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
  formerMembers(context: TenantContext): Promise<FormerMember[]>;
  /** False when the member changed meanwhile, or `remaining` is no owner any more: then nothing was changed. */
  changeRole(
    context: TenantContext,
    target: Member,
    role: Member['role'],
    remaining: Member,
  ): Promise<boolean>;
  /** False as above; afterwards the person belongs to no organization. */
  remove(context: TenantContext, target: Member, remaining: Member, now: Instant): Promise<boolean>;
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

export interface InvitationStore {
  /** All that are kept, settled ones too. */
  list(context: TenantContext): Promise<Invitation[]>;
  /** Writes a new invitation; a former one for the same address, and its link, end. */
  save(context: TenantContext, invitation: Invitation, digest: string): Promise<void>;
  /** Takes back what was saved, unless it was replaced meanwhile. */
  discard(context: TenantContext, invitation: Invitation, digest: string): Promise<void>;
  /** @throws not-found when there is none that could be revoked */
  revoke(context: TenantContext, invitationId: string, now: Instant): Promise<void>;
}

/** Finds and settles an invitation by the digest of its link, before the person has a tenant. */
export interface InvitationDirectory {
  find(digest: string): Promise<FoundInvitation | undefined>;
  /** All or nothing: the invitation is used, the person a member. `not_open`: it was settled meanwhile. */
  accept(
    found: FoundInvitation,
    digest: string,
    member: Member,
    now: Instant,
  ): Promise<'accepted' | 'not_open' | 'member_elsewhere'>;
}
