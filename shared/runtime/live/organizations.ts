import { identifyMember } from '../../core/organizations/identify-caller.ts';
import { membershipDirectory, organizationStore } from '../../infra/dynamo/organization-store.ts';
import type { Identify } from '../caller.ts';
import { table } from './table.ts';

export const organizations = organizationStore(table);
export const memberships = membershipDirectory(table);

export const identify: Identify = (user) => identifyMember({ memberships, organizations }, user);
