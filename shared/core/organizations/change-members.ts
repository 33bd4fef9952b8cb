import { AppError, notFound } from '../kernel/errors.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Member } from './member.ts';
import type { OrganizationStore } from './ports.ts';

type Deps = { organizations: Pick<OrganizationStore, 'members' | 'changeRole' | 'remove'> };

/** Two owners who change each other need two rounds; more in a row are a crowd. */
const MostRounds = 5;

/** Gives a member another role; somebody who stays an owner is checked in the same transaction (ST-07). */
export async function changeRole(
  deps: Deps,
  context: TenantContext,
  change: { memberId: string; role: Member['role']; ifMatch?: number | undefined },
): Promise<Member> {
  const { memberId, role, ifMatch } = change;
  return whileOwnerRemains(deps, context, memberId, async (target, remaining) => {
    if (ifMatch !== undefined && target.version !== ifMatch) {
      const message = 'Somebody changed this meanwhile. Reload and try again.';
      throw new AppError('precondition', 'version_mismatch', message);
    }
    if (target.role === role) return target;
    const isChanged = await deps.organizations.changeRole(context, target, role, remaining());
    return isChanged ? { ...target, role, version: target.version + 1 } : undefined;
  });
}

/** Ends a membership: the person is refused from the authorizer's next look on; what they did keeps their name. */
export async function removeMember(
  deps: Deps,
  context: TenantContext,
  memberId: string,
  now: Instant,
): Promise<void> {
  await whileOwnerRemains(deps, context, memberId, async (target, remaining) =>
    (await deps.organizations.remove(context, target, remaining(), now)) ? target : undefined,
  );
}

/**
 * The role in the request may be a minute old, so that whoever changes members is looked up again.
 * @throws forbidden when the member is no owner
 */
export function assertOwner(members: readonly Member[], memberId: string): Member {
  const found = members.find((member) => member.memberId === memberId);
  if (found?.role === 'owner') return found;
  throw new AppError('forbidden', 'role_required', 'Only an owner may do this, and you are none any more.', {
    details: { required: 'owner' },
  });
}

/** Reads the members and changes one of them, again when somebody else was faster (`change` gives undefined then). */
async function whileOwnerRemains(
  { organizations }: Deps,
  context: TenantContext,
  memberId: string,
  change: (target: Member, remaining: () => Member) => Promise<Member | undefined>,
): Promise<Member> {
  for (let round = 0; round < MostRounds; round += 1) {
    const members = await organizations.members(context);
    const actor = assertOwner(members, actorIdOf(context));
    const target = members.find((member) => member.memberId === memberId);
    if (!target) throw notFound('The member');
    const changed = await change(target, () => remainingOwner(members, actor, target));
    if (changed) return changed;
  }
  throw new AppError(
    'unavailable',
    'members_busy',
    'Others are changing members, too. Try again in a moment.',
  );
}

/** Nobody removes or demotes the last owner: an organization without one could never be changed again. */
function remainingOwner(members: readonly Member[], actor: Member, target: Member): Member {
  if (actor.memberId !== target.memberId) return actor;
  const other = members.find(({ memberId, role }) => role === 'owner' && memberId !== target.memberId);
  if (other) return other;
  throw new AppError('conflict', 'last_owner', 'You are the last owner. Make somebody else an owner first.');
}
