import { AppError, isAppError, notFound } from '../../core/kernel/errors.ts';
import { FormerMember, Member } from '../../core/organizations/member.ts';
import { Organization } from '../../core/organizations/organization.ts';
import type { MembershipDirectory, OrganizationStore } from '../../core/organizations/ports.ts';
import type { Condition } from './expression.ts';
import { type Key, tenantPartition } from './keys.ts';
import type { Table } from './table.ts';
import type { Write } from './table-requests.ts';

const OrganizationKey: Key = { partition: '', sort: 'ORGANIZATION' };
const memberKey = (memberId: string): Key => ({ partition: '', sort: `MEMBER#${memberId}` });
const formerKey = (memberId: string): Key => ({ partition: '', sort: `FORMER-MEMBER#${memberId}` });
const membershipKey = (userId: string): Key => ({ partition: `USER#${userId}`, sort: 'MEMBERSHIP' });

/** The two items that make a person a member, for whoever belongs to no organization yet. */
export function joining(organizationId: string, member: Member): [Write, Write] {
  const { memberId } = member;
  const condition = { absent: 'pk' } as const;
  const membership = { type: 'Membership', organizationId, memberId };
  const own = { ...memberKey(memberId), partition: tenantPartition(organizationId, '') };
  return [
    { put: { key: membershipKey(memberId), item: membership, condition } },
    { put: { key: own, item: { type: 'Member', ...member }, condition } },
  ];
}

/** Members from before roles could change have no version. */
function asRead({ version }: Member): Condition {
  const same = { equals: ['version', version] } as const;
  return version === 1 ? { all: [{ present: 'pk' }, { any: [{ absent: 'version' }, same] }] } : same;
}

const isOwner = { equals: ['role', 'owner'] } as const;

export function organizationStore(table: Table): OrganizationStore {
  return {
    async create(organization, owner) {
      const { organizationId } = organization;
      const key = { ...OrganizationKey, partition: tenantPartition(organizationId, '') };
      const item = { type: 'Organization', ...organization };
      try {
        await table.global.transact([
          ...joining(organizationId, owner),
          { put: { key, item, condition: { absent: 'pk' } } },
        ]);
      } catch (error) {
        if (!isAppError(error, 'transaction_condition_failed')) throw error;
        throw new AppError('conflict', 'already_member', 'You already belong to an organization.', {
          cause: error,
        });
      }
    },

    async get(context) {
      const item = await table.tenant(context).get(OrganizationKey);
      if (!item) throw notFound('The organization');
      return Organization.parse(item);
    },

    async update(context, changes, ifMatch) {
      try {
        const condition =
          ifMatch === undefined ? { present: 'pk' } : ({ equals: ['version', ifMatch] } as const);
        return Organization.parse(
          await table
            .tenant(context)
            .update(OrganizationKey, { set: changes, add: { version: 1 }, condition }),
        );
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        throw new AppError(
          'precondition',
          'version_mismatch',
          'Somebody changed this meanwhile. Reload and try again.',
          {
            cause: error,
          },
        );
      }
    },

    async member(context, memberId) {
      const item = await table.tenant(context).get(memberKey(memberId));
      return item && Member.parse(item);
    },

    async members(context) {
      const items = await Array.fromAsync(
        table.tenant(context).all({ partition: '', sortPrefix: 'MEMBER#', consistent: true }),
      );
      return items.map((item) => Member.parse(item));
    },

    async formerMembers(context) {
      const items = await Array.fromAsync(
        table.tenant(context).all({ partition: '', sortPrefix: 'FORMER-MEMBER#' }),
      );
      return items.map((item) => FormerMember.parse(item));
    },

    async changeRole(context, target, role, remaining) {
      const key = memberKey(target.memberId);
      const writes: Write[] = [
        { update: { key, set: { role, version: target.version + 1 }, condition: asRead(target) } },
        { check: { key: memberKey(remaining.memberId), condition: isOwner } },
      ];
      return unlessInTheWay(table.tenant(context).transact(writes));
    },

    async remove({ organizationId }, target, remaining, now) {
      const own = (key: Key): Key => ({ ...key, partition: tenantPartition(organizationId, '') });
      const { memberId, name, email } = target;
      const former = { type: 'FormerMember', memberId, name: name || email, removedAt: now };
      const writes: Write[] = [
        { delete: { key: own(memberKey(memberId)), condition: asRead(target) } },
        { check: { key: own(memberKey(remaining.memberId)), condition: isOwner } },
        {
          delete: { key: membershipKey(memberId), condition: { equals: ['organizationId', organizationId] } },
        },
        { put: { key: own(formerKey(memberId)), item: former } },
      ];
      return unlessInTheWay(table.global.transact(writes));
    },
  };
}

/** False when somebody else was faster. */
async function unlessInTheWay(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    const isInTheWay =
      isAppError(error, 'transaction_condition_failed') || isAppError(error, 'transaction_conflict');
    if (!isInTheWay) throw error;
    return false;
  }
}

export function membershipDirectory(table: Table): MembershipDirectory {
  return {
    async organizationOf(userId) {
      const item = await table.global.get(membershipKey(userId));
      return item && String(item['organizationId']);
    },
  };
}
