import { sha256 } from '../kernel/digest.ts';
import { AppError } from '../kernel/errors.ts';
import { systemContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { normalisedAddress } from '../reports/report-schedule.ts';
import { assertOpen, type FoundInvitation } from './invitation.ts';
import { aNewMember, type Member } from './member.ts';
import type { InvitationDirectory, MembershipDirectory, OrganizationStore } from './ports.ts';

export interface AcceptDeps {
  invitationLinks: InvitationDirectory;
  memberships: MembershipDirectory;
  organizations: Pick<OrganizationStore, 'member'>;
}

interface User {
  userId: string;
  email: string;
  isEmailVerified: boolean;
}

/** The person whom an invitation was mailed to joins the organization, once; a repeated call answers the same (ST-07). */
export async function acceptInvitation(
  deps: AcceptDeps,
  { token, user }: { token: string; user: User },
  now: Instant,
): Promise<Member> {
  const digest = sha256(token);
  const found = await deps.invitationLinks.find(digest);
  if (!found) {
    const message =
      'This link is not good, or not any more. Ask the person who invited you for a new invitation.';
    throw new AppError('not-found', 'invitation_unknown', message);
  }
  assertAddressee(found, user);
  const joined = await memberBy(deps, found, user);
  if (joined) return joined;
  assertOpen(found, now);
  if (await deps.memberships.organizationOf(user.userId)) throw alreadyMember();
  const member = aNewMember(user, found.invitation.role, now);
  const outcome = await deps.invitationLinks.accept(found, digest, member, now);
  if (outcome === 'accepted') return member;
  if (outcome === 'member_elsewhere') throw alreadyMember();
  return afterRace(deps, digest, user, now);
}

/** Says nothing about the invitation to others: not whom it is for, nor what became of it. */
function assertAddressee({ invitation }: FoundInvitation, user: User): void {
  if (normalisedAddress(user.email) !== invitation.email) {
    const message = 'This invitation is for another address; sign in with the address that got the mail.';
    throw new AppError('forbidden', 'invitation_for_another', message);
  }
  if (!user.isEmailVerified) {
    const message = 'Confirm your e-mail address first, then open the link again.';
    throw new AppError('forbidden', 'email_unverified', message);
  }
}

async function memberBy(
  deps: AcceptDeps,
  { organizationId, invitation }: FoundInvitation,
  { userId }: User,
): Promise<Member | undefined> {
  if (invitation.acceptedBy !== userId) return undefined;
  return deps.organizations.member(systemContext(organizationId), userId);
}

/** The invitation was settled between looking and accepting, perhaps by the same person's second click. */
async function afterRace(deps: AcceptDeps, digest: string, user: User, now: Instant): Promise<Member> {
  const found = await deps.invitationLinks.find(digest);
  const joined = found && (await memberBy(deps, found, user));
  if (joined) return joined;
  if (found) assertOpen(found, now);
  throw new AppError(
    'unavailable',
    'invitation_busy',
    'Somebody changed this invitation. Try again in a moment.',
  );
}

function alreadyMember(): AppError {
  const message =
    'You belong to an organization already. Ask for an invitation to another address, and sign in with that.';
  return new AppError('conflict', 'already_member', message);
}
