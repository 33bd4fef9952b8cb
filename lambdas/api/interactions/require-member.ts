import { AppError } from '../../../shared/core/kernel/errors.ts';
import type { TenantContext } from '../../../shared/core/kernel/tenant-context.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';

export interface AssigneeDeps {
  organizations: Pick<OrganizationStore, 'member'>;
}

/** Work is assigned to members alone; nobody at all is fine. */
export async function requireMember(
  { organizations }: AssigneeDeps,
  context: TenantContext,
  memberId: string | null | undefined,
): Promise<void> {
  if (memberId && !(await organizations.member(context, memberId))) {
    throw new AppError('invalid', 'no_such_member', 'Assign it to a member of your organization.');
  }
}
