import { describe, expect, it } from 'vitest';
import { changeRole, removeMember } from '../../../shared/core/organizations/change-members.ts';
import type { Member } from '../../../shared/core/organizations/member.ts';
import { aContext } from '../../support/contexts.ts';

const now = '2026-11-20T12:00:00.000Z';
const context = aContext({ memberId: 'ana' });

function aMember(memberId: string, role: Member['role']): Member {
  return { memberId, email: `${memberId}@beanbar.example`, name: memberId, role, joinedAt: now, version: 4 };
}

/** Members that somebody else changes before each of our writes, as often as `interventions` says. */
function contested(members: Member[], interventions: ((members: Member[]) => void)[] = []) {
  const asked: string[] = [];
  const intervened = () => {
    const intervene = interventions.shift();
    intervene?.(members);
    return intervene !== undefined;
  };
  const organizations = {
    members: async () => structuredClone(members),
    changeRole: async (_context: unknown, target: Member, role: string, remaining: Member) => {
      asked.push(`${target.memberId} → ${role}, ${remaining.memberId} remains`);
      return !intervened();
    },
    remove: async (_context: unknown, target: Member, remaining: Member) => {
      asked.push(`${target.memberId} goes, ${remaining.memberId} remains`);
      return !intervened();
    },
  };
  return { deps: { organizations }, asked };
}

describe('changing members', () => {
  it('ST-07 lets the owner who acts remain, or another one where they act on themselves', async () => {
    const { deps, asked } = contested([
      aMember('ana', 'owner'),
      aMember('max', 'viewer'),
      aMember('lea', 'owner'),
    ]);
    const max = await changeRole(deps, context, { memberId: 'max', role: 'agent' });
    await changeRole(deps, context, { memberId: 'ana', role: 'viewer' });
    await removeMember(deps, context, 'lea', now);

    expect(max).toEqual({ ...aMember('max', 'agent'), version: 5 });
    expect(asked).toEqual(['max → agent, ana remains', 'ana → viewer, lea remains', 'lea goes, ana remains']);
  });

  it('ST-07 looks again when somebody was faster, and then refuses what would leave no owner', async () => {
    const { deps } = contested(
      [aMember('ana', 'owner'), aMember('lea', 'owner')],
      [(members) => members.splice(1, 1)],
    );
    await expect(removeMember(deps, context, 'ana', now)).rejects.toMatchObject({ code: 'last_owner' });
  });

  it('ST-07 refuses an owner who is none any more at the second look', async () => {
    const { deps } = contested(
      [aMember('ana', 'owner'), aMember('lea', 'owner')],
      [(members) => Object.assign(members[0] ?? {}, { role: 'viewer' })],
    );
    await expect(changeRole(deps, context, { memberId: 'lea', role: 'viewer' })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'role_required',
    });
  });

  it('ST-07 gives up after five rounds', async () => {
    const { deps, asked } = contested(
      [aMember('ana', 'owner'), aMember('max', 'viewer')],
      Array.from({ length: 9 }, () => () => undefined),
    );
    await expect(removeMember(deps, context, 'max', now)).rejects.toMatchObject({ code: 'members_busy' });
    expect(asked).toHaveLength(5);
  });

  it('ST-07 writes nothing where the role is the same, not even for the last owner', async () => {
    const { deps, asked } = contested([aMember('ana', 'owner')]);
    expect(await changeRole(deps, context, { memberId: 'ana', role: 'owner', ifMatch: 4 })).toEqual(
      aMember('ana', 'owner'),
    );
    expect(asked).toEqual([]);
  });
});
