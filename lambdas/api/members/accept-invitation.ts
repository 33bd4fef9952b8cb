import { AcceptInvitation } from '../../../shared/contract/api/members.ts';
import {
  type AcceptDeps,
  acceptInvitation as accept,
} from '../../../shared/core/organizations/accept-invitation.ts';
import { route } from '../../../shared/runtime/route.ts';

export const acceptInvitation = (deps: AcceptDeps) =>
  route(AcceptInvitation, ({ body, user, now }) => accept(deps, { ...body, user }, now));
