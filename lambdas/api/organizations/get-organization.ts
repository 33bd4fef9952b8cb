import { GetOrganization } from '../../../shared/contract/api/organizations.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getOrganization = ({ organizations }: { organizations: OrganizationStore }) =>
  route(GetOrganization, ({ context }) => organizations.get(context));
