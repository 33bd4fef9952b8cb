import { describe, expect, it } from 'vitest';
import { aToken } from '../../../support/api-events.ts';
import { desksOfMembers } from '../../../support/members-desk.ts';

const aDesk = desksOfMembers();

describe('members', () => {
  it('ST-07 shows them to viewers, and to tokens that may', async () => {
    const desk = await aDesk();
    const max = await desk.add('max', 'viewer');
    const list = { method: 'GET', resource: '/v1/members' };
    const expected = { status: 200, body: { items: [desk.person('ana', 'owner'), max], former: [] } };

    expect(await desk.call({ ...list, authorizer: desk.as('max', 'viewer') })).toEqual(expected);
    expect(
      await desk.call({ ...list, authorizer: aToken('organization:read', desk.organizationId) }),
    ).toEqual(expected);
  });

  it('ST-07 gives another role to what was read, and to nothing newer', async () => {
    const desk = await aDesk();
    const max = await desk.add('max', 'viewer');
    const seen = { 'If-Match': '"1"' };

    expect(await desk.change(max.memberId, 'admin', 'ana', seen)).toEqual({
      status: 200,
      body: { ...max, role: 'admin', version: 2 },
    });
    expect(await desk.change(max.memberId, 'agent', 'ana', seen)).toMatchObject({ status: 412 });
    expect(await desk.change(max.memberId, 'admin')).toMatchObject({ body: { version: 2 } });
    expect(await desk.roles()).toEqual({ ana: 'owner', max: 'admin' });
  });

  it('ST-07 changes members from before roles had a version', async () => {
    const desk = await aDesk();
    const { version: _none, ...old } = desk.person('max', 'viewer');
    const key = { partition: `ORG#${desk.organizationId}`, sort: `MEMBER#${old.memberId}` };
    await desk.table.global.put(key, { type: 'Member', ...old });

    expect(await desk.change(old.memberId, 'agent')).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('ST-07 is for owners of this organization: nobody below, no stranger, nobody demoted a moment ago', async () => {
    const [desk, stranger] = [await aDesk(), await aDesk()];
    const max = await desk.add('max', 'admin');
    const ana = desk.person('ana', 'owner');
    const change = { method: 'PATCH', resource: '/v1/members/{memberId}', body: { role: 'owner' } };
    const params = { memberId: max.memberId };

    expect(await desk.call({ ...change, params, authorizer: desk.as('max', 'admin') })).toMatchObject({
      status: 403,
    });
    expect(await desk.change(max.memberId, 'owner', 'max')).toMatchObject({
      status: 403,
      body: { code: 'role_required' },
    });
    expect(await desk.remove(ana.memberId, 'max')).toMatchObject({ status: 403 });
    expect(await stranger.change(max.memberId, 'owner')).toMatchObject({ status: 404 });
    expect(await stranger.remove(max.memberId)).toMatchObject({ status: 404 });
    expect(await desk.roles()).toEqual({ ana: 'owner', max: 'admin' });
  });

  it('ST-07 ends a membership, and keeps the name', async () => {
    const desk = await aDesk();
    const max = await desk.add('max', 'owner');

    expect(await desk.remove(max.memberId)).toMatchObject({ status: 204 });
    expect(await desk.roles()).toEqual({ ana: 'owner' });
    expect(await desk.organizationOf('max')).toBeUndefined();
    expect(await desk.former()).toEqual([
      { memberId: max.memberId, name: 'max', removedAt: desk.clock.now() },
    ]);
    expect(await desk.remove(max.memberId)).toMatchObject({ status: 404 });
    await desk.invite('max@beanbar.example', 'viewer');
    expect(await desk.accept(desk.token, desk.signedIn('max'))).toMatchObject({ status: 200 });
  });

  it('ST-07 never lets the last owner go', async () => {
    const desk = await aDesk();
    const ana = desk.person('ana', 'owner');
    await desk.add('max', 'admin');
    const lastOwner = { status: 409, body: { code: 'last_owner' } };

    expect(await desk.change(ana.memberId, 'viewer')).toMatchObject(lastOwner);
    expect(await desk.remove(ana.memberId)).toMatchObject(lastOwner);
    await desk.add('lea', 'owner');
    expect(await desk.change(ana.memberId, 'viewer')).toMatchObject({ status: 200 });
    expect(await desk.roles()).toEqual({ ana: 'viewer', max: 'admin', lea: 'owner' });
  });

  it('ST-07 leaves an owner when two step down, or demote or remove each other, at once', async () => {
    for (const stepsDown of [true, false]) {
      for (let round = 0; round < 10; round += 1) {
        const desk = await aDesk();
        const [ana, max] = [desk.person('ana', 'owner'), await desk.add('max', 'owner')];
        const [first, second] = stepsDown ? [ana, max] : [max, ana];
        const answers = await Promise.all([
          desk.change(first.memberId, 'viewer', 'ana'),
          round % 2 === 0
            ? desk.change(second.memberId, 'viewer', 'max')
            : desk.remove(second.memberId, 'max'),
        ]);

        expect(Object.values(await desk.roles()).filter((role) => role === 'owner')).toHaveLength(1);
        expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      }
    }
  });
});
