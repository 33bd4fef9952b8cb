import * as z from 'zod';
import { AppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import { Roles } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';

/** An address is asked to join an organization; the mail holds the token, the table its digest. */
export const Invitation = z.object({
  invitationId: z.string(),
  /** In lower case. */
  email: z.email(),
  role: z.enum(Roles),
  /** The member who invites. */
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  acceptedAt: z.string().nullable(),
  /** The user who accepted it. */
  acceptedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** What a link leads to; `isLatest` is false when a newer mail replaced it. */
export interface FoundInvitation {
  organizationId: string;
  invitation: Invitation;
  isLatest: boolean;
}

const InvitationDays = 7;

/** A settled or expired invitation is kept this long after its end, so that a late link can say why it is not good. */
export const InvitationDaysKept = 30;

/** Each organization has one invitation for an address: inviting it again replaces the former. */
export function anInvitation(
  about: { organizationId: string; email: string; role: Invitation['role']; invitedBy: string },
  now: Instant,
): Invitation {
  const { organizationId, email, role, invitedBy } = about;
  return {
    invitationId: derivedId('inv', organizationId, email),
    email,
    role,
    invitedBy,
    createdAt: now,
    expiresAt: addMilliseconds(now, InvitationDays * MillisecondsPerDay),
    acceptedAt: null,
    acceptedBy: null,
    revokedAt: null,
  };
}

/** Neither accepted nor revoked; it may have expired. */
export function isUnsettled({ acceptedAt, revokedAt }: Invitation): boolean {
  return acceptedAt === null && revokedAt === null;
}

/** @throws conflict, with what to do next, when the invitation can no longer be accepted */
export function assertOpen({ invitation, isLatest }: FoundInvitation, now: Instant): void {
  const refused = (code: string, message: string) => new AppError('conflict', code, message);
  if (!isLatest) {
    throw refused(
      'invitation_replaced',
      'A newer invitation replaced this one: use the link of the latest mail.',
    );
  }
  if (invitation.acceptedAt !== null) {
    throw refused(
      'invitation_used',
      'This invitation was used already. Sign in, or ask for a new invitation.',
    );
  }
  if (invitation.revokedAt !== null) {
    throw refused(
      'invitation_revoked',
      'This invitation was withdrawn. Ask the person who sent it for a new one.',
    );
  }
  if (invitation.expiresAt <= now) {
    throw refused(
      'invitation_expired',
      'This invitation has expired. Ask the person who sent it for a new one.',
    );
  }
}
