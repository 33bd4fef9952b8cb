import { CreateOrganization } from '../../../shared/contract/api/organizations.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { createOrganization as create } from '../../../shared/core/organizations/create-organization.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createOrganization = (deps: { organizations: OrganizationStore; newId: NewId }) =>
  route(CreateOrganization, ({ body, user, now }) => create(deps, { ...body, user }, now));
