export const members = {
  title: 'Members',
  lead: 'Who works here, and what each of them may do.',
  ownersOnly: 'Who works here. Owners invite people and change roles.',
  people: 'People',
  you: 'you',
  roles: { viewer: 'Viewer', agent: 'Agent', admin: 'Admin', owner: 'Owner' },
  may: {
    viewer: 'Reads everything, changes nothing.',
    agent: 'Answers and moderates comments, decides on suggestions.',
    admin: 'Also changes rules, accounts, publications, reports and settings.',
    owner: 'Also invites people, changes roles and makes API tokens.',
  },
  role: 'Role',
  roleOf: 'Role of {{name}}',
  changed: '{{name}}: {{role}} from now on, everywhere within a minute.',
  stepDownTitle: 'Give yourself the role “{{role}}”?',
  stepDownText: 'Only another owner can make you an owner again.',
  stepDownConfirm: 'Change my role',
  remove: 'Remove {{name}}',
  removeTitle: 'Remove {{name}}?',
  removeText:
    'Access ends within a minute. What this person did stays, with the name. Revoke API tokens that the person knows.',
  removeConfirm: 'Remove',
  removed: '{{name}} is no longer a member.',
  leaveTitle: 'Leave this organization?',
  leaveText: 'Your access ends within a minute. Only another owner can invite you again.',
  leaveConfirm: 'Leave',
  invitations: 'Invitations',
  noInvitations: 'Nobody is invited at the moment.',
  invite: 'Invite somebody',
  inviteTitle: 'Invite somebody',
  email: 'E-mail',
  emailHint: 'The link in the mail is good once, for 7 days, and for this address only.',
  send: 'Send the invitation',
  sendAgain: 'Send again',
  invited: 'The invitation is on its way to {{email}}.',
  sent: 'Sent',
  expired: 'Expired',
  revoke: 'Revoke the invitation of {{email}}',
  revokeTitle: 'Revoke the invitation of {{email}}?',
  revokeText: 'The link in the mail stops working at once.',
  revokeConfirm: 'Revoke',
  revoked: '{{email}} is no longer invited.',
};

export const invitation = {
  title: 'You are invited',
  lead: 'You are signed in as {{email}}. Accept to join the organization that the mail named.',
  signInFirst: 'Sign in, or create an account, with the address that got the invitation.',
  accept: 'Accept the invitation',
  memberElsewhere:
    'You belong to {{organization}} already. Ask for an invitation to another address, and sign in with that.',
  toConsole: 'Go on to the console',
  signInAsAnother: 'Sign in as somebody else',
};

export const memberErrors = {
  last_owner: {
    title: 'You are the last owner',
    advice: 'Make somebody else an owner first.',
  },
  role_required: {
    title: 'Your role does not allow this',
    advice: 'Ask an owner of your organization to do it, or to give you the role.',
  },
  member_already: {
    title: 'This person is a member already',
    advice: 'This person is a member already. Change the role in the list instead.',
  },
  invited_just_now: {
    title: 'This address was invited just now',
    advice: 'This address was invited just now. Wait a minute before the next mail.',
  },
  too_many_invitations: {
    title: 'Too many open invitations',
    advice: 'At most 50 may be open. Revoke some; a revoked one counts for a day.',
  },
  address_suppressed: {
    title: 'This address takes no mails',
    advice: 'Mails to this address came back, or its owner reported them. Invite another address.',
  },
  address_refused: {
    title: 'This address is not accepted',
    advice: 'The mail service does not accept this address. Check how it is written.',
  },
  mail_unavailable: {
    title: 'The mail could not be sent',
    advice: 'Nobody was invited. Try again in a moment.',
  },
  invitation_unknown: {
    title: 'This link is not good',
    advice: 'This link is not good, or not any more. Ask the person who invited you for a new invitation.',
  },
  invitation_for_another: {
    title: 'This invitation is for another address',
    advice: 'This invitation is for another address; sign in with the address that got the mail.',
  },
  email_unverified: {
    title: 'Your address is not confirmed',
    advice: 'Confirm your e-mail address first, then open the link again.',
  },
  invitation_replaced: {
    title: 'There is a newer invitation',
    advice: 'A newer invitation replaced this one: use the link of the latest mail.',
  },
  invitation_used: {
    title: 'This invitation was used already',
    advice: 'This invitation was used already. Sign in, or ask for a new invitation.',
  },
  invitation_revoked: {
    title: 'This invitation was withdrawn',
    advice: 'This invitation was withdrawn. Ask the person who sent it for a new one.',
  },
  invitation_expired: {
    title: 'This invitation has expired',
    advice: 'This invitation has expired. Ask the person who sent it for a new one.',
  },
};
