import { ListMembers } from '../../../shared/contract/api/organizations.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listMembers = ({ organizations }: { organizations: OrganizationStore }) =>
  route(ListMembers, async ({ context }) => ({ items: await organizations.members(context) }));
