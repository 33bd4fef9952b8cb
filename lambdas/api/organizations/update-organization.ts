import { UpdateOrganization } from '../../../shared/contract/api/organizations.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateOrganization = ({ organizations }: { organizations: OrganizationStore }) =>
  route(UpdateOrganization, ({ context, body, ifMatch }) => organizations.update(context, body, ifMatch));
