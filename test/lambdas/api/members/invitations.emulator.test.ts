import { describe, expect, it } from 'vitest';
import { digestOfAddress } from '../../../../shared/core/reports/unsubscribe-token.ts';
import { aToken } from '../../../support/api-events.ts';
import { desksOfMembers } from '../../../support/members-desk.ts';

const aDesk = desksOfMembers();

describe('invitations', () => {
  it('ST-07 mails a link, keeps no token, and lets the addressee in once', async () => {
    const desk = await aDesk();
    const invited = await desk.invite(' Lea@BeanBar.example'.trim(), 'admin');

    expect(invited).toEqual({
      status: 201,
      body: {
        invitationId: expect.stringMatching(/^inv_/),
        email: 'lea@beanbar.example',
        role: 'admin',
        invitedBy: desk.person('ana', 'owner').memberId,
        createdAt: '2026-11-20T12:00:00.000Z',
        expiresAt: '2026-11-27T12:00:00.000Z',
        acceptedAt: null,
        acceptedBy: null,
        revokedAt: null,
      },
    });
    expect(await desk.invitations()).toEqual([invited.body]);
    const accepted = await desk.accept(desk.token, desk.signedIn('lea', 'LEA@beanbar.example'));
    const lea = { ...desk.person('lea', 'admin'), email: 'LEA@beanbar.example', name: 'LEA' };
    expect(accepted).toEqual({ status: 200, body: lea });
    expect(await desk.roles()).toEqual({ ana: 'owner', LEA: 'admin' });
    expect(await desk.organizationOf('lea')).toBe(desk.organizationId);
    expect(await desk.invitations()).toEqual([]);
  });

  it('ST-07 answers the same person’s second click alike, and refuses everybody else’s', async () => {
    const desk = await aDesk();
    await desk.invite('lea@beanbar.example');
    const answers = await Promise.all([
      desk.accept(desk.token, desk.signedIn('lea')),
      desk.accept(desk.token, desk.signedIn('lea')),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 503)).toContain(200);
    expect(await desk.accept(desk.token, desk.signedIn('lea'))).toMatchObject({ status: 200 });
    const twin = desk.signedIn('lea-twin', 'lea@beanbar.example');
    expect(await desk.accept(desk.token, twin)).toMatchObject({
      status: 409,
      body: { code: 'invitation_used' },
    });
  });

  it('ST-07 refuses another address and an unconfirmed one, without saying whose it is', async () => {
    const desk = await aDesk();
    await desk.invite('lea@beanbar.example');
    const other = await desk.accept(desk.token, desk.signedIn('max'));
    const unconfirmed = { ...desk.signedIn('lea'), emailVerified: 'false' };

    expect(other).toMatchObject({ status: 403, body: { code: 'invitation_for_another' } });
    expect(JSON.stringify(other.body)).not.toContain('lea');
    expect(await desk.accept(desk.token, unconfirmed)).toMatchObject({
      status: 403,
      body: { code: 'email_unverified' },
    });
    expect(await desk.organizationOf('lea')).toBeUndefined();
  });

  it('ST-07 says of a link that is not good what became of it', async () => {
    const desk = await aDesk();
    const codeOf = async (token: string) =>
      (await desk.accept(token, desk.signedIn('lea'))).body.code as string;
    const first = await desk.invite('lea@beanbar.example');
    const replaced = desk.token;
    desk.clock.advance({ minutes: 2 });
    await desk.invite('lea@beanbar.example', 'viewer');

    expect(await codeOf('guessed')).toBe('invitation_unknown');
    expect(await codeOf(replaced)).toBe('invitation_replaced');
    expect(await desk.revoke(first.body.invitationId)).toMatchObject({ status: 204 });
    expect(await codeOf(desk.token)).toBe('invitation_revoked');
    expect(await desk.revoke(first.body.invitationId)).toMatchObject({ status: 404 });
    desk.clock.advance({ minutes: 2 });
    await desk.invite('lea@beanbar.example', 'viewer');
    desk.clock.advance({ days: 7 });
    expect(await codeOf(desk.token)).toBe('invitation_expired');
    expect(await desk.invitations()).toHaveLength(1);
    expect(await desk.organizationOf('lea')).toBeUndefined();
  });

  it('ST-07 takes nobody away from another organization', async () => {
    const [desk, other] = [await aDesk(), await aDesk()];
    await desk.invite('max@beanbar.example');
    const max = { ...desk.signedIn('max'), userId: (await other.add('max', 'viewer')).memberId };

    expect(await desk.accept(desk.token, max)).toMatchObject({
      status: 409,
      body: { code: 'already_member' },
    });
    expect(await desk.roles()).toEqual({ ana: 'owner' });
    expect(await desk.invitations()).toHaveLength(1);
  });

  it('ST-07 is for owners, of their own organization alone', async () => {
    const [desk, stranger] = [await aDesk(), await aDesk()];
    const { invitationId } = (await desk.invite('lea@beanbar.example')).body;
    const token = aToken('organization:read organization:write', desk.organizationId);
    const demoted = desk.as('max', 'owner');
    await desk.add('max', 'viewer');

    for (const role of ['viewer', 'agent', 'admin'] as const) {
      const authorizer = desk.as('max', role);
      expect(await desk.invite('tom@beanbar.example', 'viewer', { authorizer })).toMatchObject({
        status: 403,
      });
      expect(await desk.revoke(invitationId, authorizer)).toMatchObject({ status: 403 });
    }
    expect(await desk.invite('tom@beanbar.example', 'viewer', { authorizer: token })).toMatchObject({
      status: 403,
      body: { code: 'people_only' },
    });
    expect(await desk.invite('tom@beanbar.example', 'owner', { authorizer: demoted })).toMatchObject({
      status: 403,
      body: { code: 'role_required' },
    });
    expect(await stranger.revoke(invitationId)).toMatchObject({ status: 404 });
    expect(await stranger.invitations()).toEqual([]);
    expect(await desk.invitations()).toHaveLength(1);
  });

  it('ST-03 sends one mail for a repeated call', async () => {
    const desk = await aDesk();
    const once = { headers: { 'Idempotency-Key': 'k1' } };
    const answers = [
      await desk.invite('lea@beanbar.example', 'agent', once),
      await desk.invite('lea@beanbar.example', 'agent', once),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(desk.mails).toHaveLength(1);
  });

  it('ST-07 refuses addresses that are members, were invited just now, or want no mail', async () => {
    const desk = await aDesk();
    await desk.invite('lea@beanbar.example');
    await desk.suppressions.suppress(digestOfAddress('tom@beanbar.example'), 'bounced', desk.clock.now());

    expect(await desk.invite('lea@beanbar.example')).toMatchObject({
      status: 429,
      body: { code: 'invited_just_now' },
    });
    expect(await desk.invite('ANA@beanbar.example')).toMatchObject({
      status: 409,
      body: { code: 'member_already' },
    });
    expect(await desk.invite('tom@beanbar.example')).toMatchObject({
      status: 409,
      body: { code: 'address_suppressed' },
    });
    expect(desk.mails).toHaveLength(1);
  });

  it('ST-07 leaves no invitation behind whose mail did not leave', async () => {
    const desk = await aDesk();
    desk.mailOutcome = { kind: 'unavailable', reason: 'Throttling' };
    expect(await desk.invite('lea@beanbar.example')).toMatchObject({ status: 503 });
    desk.mailOutcome = { kind: 'refused', reason: 'MessageRejected' };
    expect(await desk.invite('lea@beanbar.example')).toMatchObject({ status: 400 });
    expect(await desk.invitations()).toEqual([]);
    desk.mailOutcome = { kind: 'sent', messageId: 'm' };
    expect(await desk.invite('lea@beanbar.example')).toMatchObject({ status: 201 });
  });
});
