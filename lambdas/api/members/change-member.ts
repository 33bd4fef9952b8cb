import { ChangeMember } from '../../../shared/contract/api/members.ts';
import { changeRole } from '../../../shared/core/organizations/change-members.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const changeMember = (deps: { organizations: OrganizationStore }) =>
  route(ChangeMember, ({ context, params, body, ifMatch }) =>
    changeRole(deps, context, { ...params, ...body, ifMatch }),
  );
