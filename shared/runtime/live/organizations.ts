import { membershipDirectory, organizationStore } from '../../infra/dynamo/organization-store.ts';
import { table } from './table.ts';

export const organizations = organizationStore(table);
export const memberships = membershipDirectory(table);
