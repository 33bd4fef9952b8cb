import { identifyMember } from '../../core/organizations/identify-caller.ts';
import { membershipDirectory, organizationStore } from '../../infra/dynamo/organization-store.ts';
import { table } from './table.ts';

export const organizations = organizationStore(table);
export const memberships = membershipDirectory(table);

export const identify = (user: { userId: string; email: string }) =>
  identifyMember({ memberships, organizations }, user);
