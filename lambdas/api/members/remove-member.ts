import { RemoveMember } from '../../../shared/contract/api/members.ts';
import { removeMember as remove } from '../../../shared/core/organizations/change-members.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const removeMember = (deps: { organizations: OrganizationStore }) =>
  route(RemoveMember, async ({ context, params, now }) => {
    await remove(deps, context, params.memberId, now);
    return undefined;
  });
