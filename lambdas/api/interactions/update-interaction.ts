import { UpdateInteraction } from '../../../shared/contract/api/interactions.ts';
import type { ChangeDeps } from '../../../shared/core/interactions/change-interaction.ts';
import { updateInteraction as update } from '../../../shared/core/interactions/update-interaction.ts';
import { AppError } from '../../../shared/core/kernel/errors.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends ChangeDeps {
  organizations: Pick<OrganizationStore, 'member'>;
}

export const updateInteraction = (deps: Deps) =>
  route(UpdateInteraction, async ({ context, params, body, ifMatch }) => {
    if (body.assigneeId && !(await deps.organizations.member(context, body.assigneeId))) {
      throw new AppError('invalid', 'no_such_member', 'Assign it to a member of your organization.');
    }
    return update(deps, context, { interactionId: params.interactionId, marks: body, ifMatch });
  });
