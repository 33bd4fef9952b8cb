import { GetMe } from '../../../shared/contract/api/organizations.ts';
import { systemContext } from '../../../shared/core/kernel/tenant-context.ts';
import type { MembershipDirectory, OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps {
  memberships: MembershipDirectory;
  organizations: OrganizationStore;
}

// Read afresh instead of from the authorizer's answer, which is up to a minute old: the organization may be new.
export const getMe = ({ memberships, organizations }: Deps) =>
  route(GetMe, async ({ user }) => {
    const organizationId = await memberships.organizationOf(user.userId);
    if (!organizationId) return { ...user, organization: null, role: null };
    const context = systemContext(organizationId);
    const [{ name }, member] = await Promise.all([
      organizations.get(context),
      organizations.member(context, user.userId),
    ]);
    return { ...user, organization: { organizationId, name }, role: member?.role ?? null };
  });
