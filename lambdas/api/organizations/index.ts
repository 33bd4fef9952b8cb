import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { MembershipDirectory, OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { memberships, organizations } from '../../../shared/runtime/live/organizations.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { createOrganization } from './create-organization.ts';
import { getMe } from './get-me.ts';
import { getOrganization } from './get-organization.ts';
import { listMembers } from './list-members.ts';
import { updateOrganization } from './update-organization.ts';

interface Deps {
  organizations: OrganizationStore;
  memberships: MembershipDirectory;
  newId: NewId;
}

export const createOrganizationsHandler = (deps: Deps) =>
  resource([
    getMe(deps),
    createOrganization(deps),
    getOrganization(deps),
    updateOrganization(deps),
    listMembers(deps),
  ]);

export const handler = createOrganizationsHandler({ organizations, memberships, newId });
