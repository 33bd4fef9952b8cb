import { ListMembers } from '../../../shared/contract/api/members.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listMembers = ({ organizations }: { organizations: OrganizationStore }) =>
  route(ListMembers, async ({ context }) => {
    const [items, former] = await Promise.all([
      organizations.members(context),
      organizations.formerMembers(context),
    ]);
    return { items, former };
  });
