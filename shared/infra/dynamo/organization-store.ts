import { AppError, isAppError, notFound } from '../../core/kernel/errors.ts';
import { Member } from '../../core/organizations/member.ts';
import { Organization } from '../../core/organizations/organization.ts';
import type { MembershipDirectory, OrganizationStore } from '../../core/organizations/ports.ts';
import type { Key } from './keys.ts';
import { tenantPartition } from './keys.ts';
import type { Table } from './table.ts';

const OrganizationKey: Key = { partition: '', sort: 'ORGANIZATION' };
const memberKey = (memberId: string): Key => ({ partition: '', sort: `MEMBER#${memberId}` });
const membershipKey = (userId: string): Key => ({ partition: `USER#${userId}`, sort: 'MEMBERSHIP' });

export function organizationStore(table: Table): OrganizationStore {
  return {
    async create(organization, owner) {
      const { organizationId } = organization;
      const keyOf = (key: Key): Key => ({
        ...key,
        partition: tenantPartition(organizationId, key.partition),
      });
      const membership = { type: 'Membership', organizationId, memberId: owner.memberId };
      const absent = { absent: 'pk' } as const;
      try {
        await table.global.transact([
          { put: { key: membershipKey(owner.memberId), item: membership, condition: absent } },
          {
            put: {
              key: keyOf(OrganizationKey),
              item: { type: 'Organization', ...organization },
              condition: absent,
            },
          },
          {
            put: {
              key: keyOf(memberKey(owner.memberId)),
              item: { type: 'Member', ...owner },
              condition: absent,
            },
          },
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
        table.tenant(context).all({ partition: '', sortPrefix: 'MEMBER#' }),
      );
      return items.map((item) => Member.parse(item));
    },
  };
}

export function membershipDirectory(table: Table): MembershipDirectory {
  return {
    async organizationOf(userId) {
      const item = await table.global.get(membershipKey(userId));
      return item && String(item['organizationId']);
    },
  };
}
