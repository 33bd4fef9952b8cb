import * as z from 'zod';
import { isAppError, notFound } from '../../core/kernel/errors.ts';
import { systemContext } from '../../core/kernel/tenant-context.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import { Invitation, InvitationDaysKept } from '../../core/organizations/invitation.ts';
import type { InvitationDirectory, InvitationStore } from '../../core/organizations/ports.ts';
import type { Condition } from './expression.ts';
import { type Key, tenantPartition } from './keys.ts';
import { joining } from './organization-store.ts';
import type { Table } from './table.ts';

const invitationKey = (invitationId: string): Key => ({ partition: '', sort: `INVITATION#${invitationId}` });
const linkKey = (digest: string): Key => ({ partition: `INVITATION#${digest}`, sort: 'LINK' });

const Stored = Invitation.extend({ digest: z.string() });
const Link = z.object({ organizationId: z.string(), invitationId: z.string() });

const isUnsettled: Condition = {
  all: [{ equals: ['acceptedAt', null] }, { equals: ['revokedAt', null] }],
};

export function invitationStore(table: Table): InvitationStore {
  return {
    async list(context) {
      const items = await Array.fromAsync(
        table.tenant(context).all({ partition: '', sortPrefix: 'INVITATION#', consistent: true }),
      );
      return items.map((item) => Invitation.parse(item));
    },

    async save({ organizationId }, invitation, digest) {
      const { invitationId } = invitation;
      const own = { ...invitationKey(invitationId), partition: tenantPartition(organizationId, '') };
      const expiresAt = addMilliseconds(invitation.expiresAt, InvitationDaysKept * MillisecondsPerDay);
      const link = { type: 'InvitationLink', organizationId, invitationId };
      await table.global.transact([
        { put: { key: own, item: { type: 'Invitation', ...invitation, digest }, expiresAt } },
        { put: { key: linkKey(digest), item: link, expiresAt, condition: { absent: 'pk' } } },
      ]);
    },

    async discard({ organizationId }, { invitationId }, digest) {
      const own = { ...invitationKey(invitationId), partition: tenantPartition(organizationId, '') };
      try {
        await table.global.transact([
          { delete: { key: own, condition: { equals: ['digest', digest] } } },
          { delete: { key: linkKey(digest) } },
        ]);
      } catch (error) {
        if (!isAppError(error, 'transaction_condition_failed')) throw error;
      }
    },

    async revoke(context, invitationId, now) {
      try {
        await table
          .tenant(context)
          .update(invitationKey(invitationId), { set: { revokedAt: now }, condition: isUnsettled });
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        throw notFound('The invitation');
      }
    },
  };
}

export function invitationDirectory(table: Table): InvitationDirectory {
  return {
    async find(digest) {
      const link = await table.global.get(linkKey(digest));
      if (!link) return undefined;
      const { organizationId, invitationId } = Link.parse(link);
      const item = await table.tenant(systemContext(organizationId)).get(invitationKey(invitationId));
      if (!item) return undefined;
      const { digest: latest, ...invitation } = Stored.parse(item);
      return { organizationId, invitation, isLatest: latest === digest };
    },

    async accept({ organizationId, invitation }, digest, member, now) {
      const key = {
        ...invitationKey(invitation.invitationId),
        partition: tenantPartition(organizationId, ''),
      };
      const set = { acceptedAt: now, acceptedBy: member.memberId };
      const condition: Condition = {
        all: [isUnsettled, { equals: ['digest', digest] }, { greaterThan: ['expiresAt', now] }],
      };
      try {
        await table.global.transact([
          { update: { key, set, condition } },
          ...joining(organizationId, member),
        ]);
        return 'accepted';
      } catch (error) {
        if (!isAppError(error, 'transaction_condition_failed')) throw error;
        const failed = error.details['failed'];
        return Array.isArray(failed) && failed.includes(0) ? 'not_open' : 'member_elsewhere';
      }
    },
  };
}
