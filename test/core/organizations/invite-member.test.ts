import { describe, expect, it } from 'vitest';
import { anInvitation, type Invitation } from '../../../shared/core/organizations/invitation.ts';
import { inviteMember, MostOpenInvitations } from '../../../shared/core/organizations/invite-member.ts';
import type { Organization } from '../../../shared/core/organizations/organization.ts';
import type { Mail } from '../../../shared/core/reports/ports.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { anOrganization } from '../../support/conversation-builders.ts';

const ana = {
  memberId: 'mem_ana',
  email: 'ana@beanbar.example',
  name: 'Ana <Owner>',
  role: 'owner',
} as const;

/** An organization whose invitations lie in memory. */
function office(known: Invitation[] = [], language: Organization['language'] = 'en') {
  const clock = fixedClock();
  const mails: Mail[] = [];
  const invitations = [...known];
  const deps = {
    organizations: {
      get: async () => anOrganization({ name: 'Bean & Bar', language }),
      members: async () => [{ ...ana, joinedAt: clock.now(), version: 1 }],
    },
    invitations: {
      list: async () => invitations,
      save: async (_context: unknown, invitation: Invitation) => {
        invitations.push(invitation);
      },
      discard: async () => undefined,
    },
    suppressions: { reasonAgainst: async () => undefined },
    mailSender: {
      send: async (mail: Mail) => {
        mails.push(mail);
        return { kind: 'sent' as const, messageId: 'm' };
      },
    },
    randomSecret: () => 'r4nd0m',
    publicUrl: 'https://earshot.example',
  };
  const invite = (email: string) => inviteMember(deps, aContext(), { email, role: 'agent' }, clock.now());
  return { clock, invite, mails };
}

function invitations(count: number, overrides: Partial<Invitation> = {}): Invitation[] {
  return Array.from({ length: count }, (_, index) => {
    const email = `p${index}@tea.example`;
    const about = { organizationId: 'org_beanbar', email, role: 'agent', invitedBy: 'mem_ana' } as const;
    return { ...anInvitation(about, '2026-11-20T11:00:00.000Z'), ...overrides };
  });
}

describe('inviting a member', () => {
  it.each([
    ['en', 'Ana <Owner> invites you to Bean & Bar'],
    ['de', 'Ana <Owner> lädt Sie zu Bean & Bar ein'],
    ['pt', 'Ana <Owner> convida-o para Bean & Bar'],
  ] as const)(
    'ST-07 mails the link in the language of the organization, in %s',
    async (language, subject) => {
      const { invite, mails } = office([], language);
      await invite(' Lea@BeanBar.example ');

      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ to: { email: 'lea@beanbar.example' }, subject });
      expect(mails[0]?.text).toContain('https://earshot.example/invitations/r4nd0m\n');
      expect(mails[0]?.html).toContain('<a href="https://earshot.example/invitations/r4nd0m">');
      expect(mails[0]?.html).toContain('Ana &lt;Owner&gt;');
    },
  );

  it('ST-07 allows fifty open invitations', async () => {
    const { invite } = office(invitations(MostOpenInvitations - 1));
    await invite('lea@beanbar.example');
    await expect(invite('tom@beanbar.example')).rejects.toMatchObject({ code: 'too_many_invitations' });
  });

  it('ST-07 does not count accepted and expired ones, and revoked ones for a day', async () => {
    const at = '2026-11-20T11:00:00.000Z';
    const accepted = office(invitations(MostOpenInvitations, { acceptedAt: at }));
    await accepted.invite('lea@beanbar.example');
    const revoked = office(invitations(MostOpenInvitations, { revokedAt: at }));
    await expect(revoked.invite('lea@beanbar.example')).rejects.toMatchObject({
      code: 'too_many_invitations',
    });
    revoked.clock.advance({ days: 1 });
    await revoked.invite('lea@beanbar.example');
    const expired = office(invitations(MostOpenInvitations));
    expired.clock.advance({ days: 8 });
    await expired.invite('lea@beanbar.example');
  });

  it('ST-07 sends an address one mail a minute, and replaces its invitation', async () => {
    const { clock, invite, mails } = office(invitations(MostOpenInvitations));
    const again = () => invite('p7@tea.example');
    clock.set('2026-11-20T11:00:59.000Z');
    await expect(again()).rejects.toMatchObject({ kind: 'limited', code: 'invited_just_now' });
    clock.advance({ seconds: 1 });
    await again();
    expect(mails).toHaveLength(1);
  });
});
