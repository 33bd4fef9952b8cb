import { sha256 } from '../kernel/digest.ts';
import { AppError } from '../kernel/errors.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay, MillisecondsPerMinute } from '../kernel/time.ts';
import type { Mail, MailSender, MailSuppressions } from '../reports/ports.ts';
import { normalisedAddress } from '../reports/report-schedule.ts';
import { assertOwner } from './change-members.ts';
import { anInvitation, type Invitation, isUnsettled } from './invitation.ts';
import { invitationMail } from './invitation-mail.ts';
import type { InvitationStore, OrganizationStore } from './ports.ts';

export interface InviteDeps {
  organizations: Pick<OrganizationStore, 'get' | 'members'>;
  invitations: Pick<InvitationStore, 'list' | 'save' | 'discard'>;
  suppressions: Pick<MailSuppressions, 'reasonAgainst'>;
  mailSender: MailSender;
  /** At least 256 random bits as text. */
  randomSecret(): string;
  /** Where people reach the console. */
  publicUrl: string;
}

interface Input {
  email: string;
  role: Invitation['role'];
}

export const MostOpenInvitations = 50;

/**
 * Mails an address a link to join, good once and for seven days (ST-07). Inviting it again replaces the former link.
 */
export async function inviteMember(
  deps: InviteDeps,
  context: TenantContext,
  input: Input,
  now: Instant,
): Promise<Invitation> {
  const email = normalisedAddress(input.email);
  const [organization, members, known] = await Promise.all([
    deps.organizations.get(context),
    deps.organizations.members(context),
    deps.invitations.list(context),
  ]);
  const inviter = assertOwner(members, actorIdOf(context));
  if (members.some((member) => normalisedAddress(member.email) === email)) {
    throw new AppError(
      'conflict',
      'member_already',
      'This person is a member already. Change the role instead.',
    );
  }
  const { organizationId } = context;
  const { memberId: invitedBy, name } = inviter;
  const invitation = anInvitation({ organizationId, email, role: input.role, invitedBy }, now);
  assertFew(known, invitation, now);
  await assertTakesMails(deps, context, email);
  const token = deps.randomSecret();
  const link = `${deps.publicUrl}/invitations/${token}`;
  const { language, name: organizationName } = organization;
  await deps.invitations.save(context, invitation, sha256(token));
  await send(
    deps,
    invitationMail({ language, email, inviter: name || inviter.email, organization: organizationName, link }),
    () => deps.invitations.discard(context, invitation, sha256(token)),
  );
  return invitation;
}

/** What was revoked counts for a day, too: else revoking and inviting could send any number of mails to strangers. */
function assertFew(known: readonly Invitation[], { invitationId }: Invitation, now: Instant): void {
  const former = known.find((invitation) => invitation.invitationId === invitationId);
  if (
    former &&
    former.acceptedAt === null &&
    former.createdAt > addMilliseconds(now, -MillisecondsPerMinute)
  ) {
    const message = 'This address was invited just now. Wait a minute before the next mail.';
    const details = { retryAfterSeconds: 60 };
    throw new AppError('limited', 'invited_just_now', message, { details });
  }
  const dayAgo = addMilliseconds(now, -MillisecondsPerDay);
  const open = known.filter(
    (invitation) =>
      invitation.invitationId !== invitationId &&
      invitation.acceptedAt === null &&
      (invitation.createdAt > dayAgo || (isUnsettled(invitation) && invitation.expiresAt > now)),
  );
  if (open.length < MostOpenInvitations) return;
  const message = `At most ${MostOpenInvitations} invitations may be open. Revoke some, or wait until they are accepted; a revoked one counts for a day.`;
  throw new AppError('conflict', 'too_many_invitations', message);
}

async function assertTakesMails(deps: InviteDeps, context: TenantContext, email: string): Promise<void> {
  if ((await deps.suppressions.reasonAgainst(context, email)) !== 'suppressed') return;
  const message = 'Mails to this address came back, or its owner reported them. Invite another address.';
  throw new AppError('conflict', 'address_suppressed', message);
}

/** An invitation whose mail did not leave is none: nobody could have its link. */
async function send(deps: InviteDeps, mail: Mail, discard: () => Promise<void>): Promise<void> {
  const outcome = await deps.mailSender.send(mail);
  if (outcome.kind === 'sent') return;
  await discard();
  if (outcome.kind === 'refused') {
    const message = 'The mail service does not accept this address. Check how it is written.';
    throw new AppError('invalid', 'address_refused', message, { cause: outcome.reason });
  }
  const message = 'The mail could not be sent. Nobody was invited; try again in a moment.';
  throw new AppError('unavailable', 'mail_unavailable', message, { cause: outcome.reason });
}
