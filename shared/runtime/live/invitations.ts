import { invitationDirectory, invitationStore } from '../../infra/dynamo/invitation-store.ts';
import { table } from './table.ts';

export const invitations = invitationStore(table);
export const invitationLinks = invitationDirectory(table);
