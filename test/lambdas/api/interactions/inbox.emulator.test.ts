import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createInteractionsHandler } from '../../../../lambdas/api/interactions/index.ts';
import type { PlatformModeration } from '../../../../shared/core/accounts/platform-interactions.ts';
import { addSeconds } from '../../../../shared/core/kernel/time.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { findings, Noon } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';
import { noModeration } from '../../../support/no-moderation.ts';

type Call = Omit<Parameters<typeof anApiEvent>[0], 'authorizer'> & { role?: 'viewer' | 'agent' };

describe('the inbox API', () => {
  const conversation = eachWithConversation();

  async function call(bar: Conversation, { role = 'agent', ...input }: Call) {
    const hidden: unknown[] = [];
    const done: unknown[] = [];
    const moderation: PlatformModeration = {
      setHidden: async (_context, _account, { externalId }, isHidden) => {
        hidden.push([externalId, isHidden]);
      },
      setLiked: async (_context, _account, { externalId }, isLiked) => {
        done.push(['liked', externalId, isLiked]);
      },
      remove: async (_context, _account, { externalId }) => {
        done.push(['removed', externalId]);
      },
    };
    const organizations = { ...bar.deps.organizations, member: async () => undefined };
    const handler = createInteractionsHandler(
      { ...bar.deps, moderation, organizations },
      { clock: bar.clock },
    );
    const event = anApiEvent({ ...input, authorizer: aMember(role, bar.context.organizationId) });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return {
      status: result.statusCode,
      body: JSON.parse(result.body || '{}'),
      headers: result.headers,
      hidden,
      done,
    };
  }

  const one = (id: string) => ({
    resource: '/v1/interactions/{interactionId}',
    params: { interactionId: id },
  });
  const list = (bar: Conversation, query: Record<string, string> = {}) =>
    call(bar, { method: 'GET', resource: '/v1/interactions', query, role: 'viewer' });

  async function someComments(bar: Conversation): Promise<string[]> {
    bar.findingsOf = (text) => findings({ sentiment: text.includes('?') ? 'question' : 'positive' });
    const texts = ['Lovely!', 'Open on Sunday?', 'Café CRÈME please', 'Is it gluten free?'];
    const ids: string[] = [];
    for (const [index, text] of texts.entries()) {
      const commentedAt = addSeconds(Noon, index * 60);
      ids.push(
        await bar.hear({ externalId: `c${index}`, text, commentedAt, capturedAt: addSeconds(Noon, 300) }),
      );
    }
    return ids;
  }

  it('CM-15 lists the newest first with what a list shows', async () => {
    const bar = conversation();
    const ids = await someComments(bar);
    const { body } = await list(bar);
    expect(body.items.map((item: { interactionId: string }) => item.interactionId)).toEqual(ids.toReversed());
    expect(body.items.at(-1)).toEqual({
      interactionId: ids[0],
      provider: 'facebook',
      accountId: 'acc_page',
      contentId: expect.stringMatching(/^con_/),
      kind: 'comment',
      status: 'reply_scheduled',
      authorName: 'Lena',
      preview: 'Lovely!',
      sentiment: 'positive',
      language: 'en',
      flags: [],
      manualCode: null,
      repliedBy: null,
      isFromOwner: false,
      isHidden: false,
      isRead: false,
      assigneeId: null,
      tags: [],
      commentedAt: Noon,
    });
  });

  it.each([
    [{ status: 'manual' }, [3]],
    [{ sentiment: 'question' }, [3, 1]],
    [{ flag: 'medical' }, [3]],
    [{ q: 'cafe creme' }, [2]],
    [{ q: 'LENA', from: addSeconds(Noon, 60), until: addSeconds(Noon, 120) }, [2, 1]],
    [{ provider: 'instagram' }, []],
    [{ read: 'true' }, []],
    [{ kind: 'comment', accountId: 'acc_page', read: 'false' }, [3, 2, 1, 0]],
  ])('CM-15 filters by %j', async (query, expected) => {
    const bar = conversation();
    const ids = await someComments(bar);
    const { body } = await list(bar, query as Record<string, string>);
    expect(body.items.map((item: { interactionId: string }) => item.interactionId)).toEqual(
      expected.map((index) => ids[index]),
    );
  });

  it('CM-15 pages by cursor, tells how far it searched, and refuses the cursor of another list', async () => {
    const bar = conversation();
    await someComments(bar);
    const first = await list(bar, { limit: '3' });
    expect([first.body.items.length, first.body.searchedUntil]).toEqual([3, addSeconds(Noon, 60)]);
    const second = await list(bar, { limit: '3', cursor: first.body.cursor });
    expect([second.body.items.length, second.body.searchedUntil, second.body.cursor]).toEqual([
      1,
      null,
      undefined,
    ]);
    expect(await list(bar, { status: 'manual', cursor: first.body.cursor })).toMatchObject({
      status: 400,
      body: { code: 'invalid_cursor' },
    });
  });

  it('CM-15 keeps the marks of people, and none of them changes the status', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const marks = { isRead: true, tags: ['vip'], note: 'A regular.' };
    const { body, headers } = await call(bar, { method: 'PATCH', ...one(id), body: marks });
    expect(body).toMatchObject({ ...marks, status: 'reply_scheduled' });
    expect(headers).toMatchObject({ etag: '"2"' });
    expect(body).not.toHaveProperty('lease');
    expect(
      await call(bar, { method: 'PATCH', ...one(id), body: marks, headers: { 'If-Match': '"1"' } }),
    ).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch' },
    });
  });

  it('CM-15 drops the waiting reply of an interaction that a person closes', async () => {
    const bar = conversation();
    const id = await bar.hear();
    expect((await call(bar, { method: 'PATCH', ...one(id), body: { status: 'closed' } })).body).toMatchObject(
      {
        status: 'closed',
        pendingReply: null,
      },
    );
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('not_due');
    expect(await bar.executions()).toMatchObject([{ outcome: 'cancelled', reason: 'closed_by_person' }]);
    expect((await call(bar, { method: 'PATCH', ...one(id), body: { status: 'new' } })).body).toMatchObject({
      status: 'new',
      closedAt: null,
    });
  });

  it('CM-17 answers on the platform once, then 409', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const answer = { method: 'POST', resource: `${one(id).resource}/reply`, params: one(id).params };
    expect(await call(bar, { ...answer, body: { text: 'Thanks!' } })).toMatchObject({
      status: 200,
      body: { status: 'replied', reply: { text: 'Thanks!', repliedBy: 'user', memberId: 'mem_ana' } },
    });
    expect(await call(bar, { ...answer, body: { text: 'Again' } })).toMatchObject({
      status: 409,
      body: { code: 'already_answered' },
    });
    expect(bar.platform.allReplies).toEqual(['Thanks!']);
  });

  it('CM-17 says why the platform did not take a reply, and gives the interaction to people', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const outcome = { kind: 'refused', code: 'not_allowed', reason: 'Comments are closed.' } as const;
    bar.platform.failNext({ effect: false, outcome });
    const answer = { method: 'POST', resource: `${one(id).resource}/reply`, params: one(id).params };
    expect(await call(bar, { ...answer, body: { text: 'Thanks!' } })).toMatchObject({
      status: 409,
      body: { code: 'reply_refused', detail: expect.stringContaining('Comments are closed.') },
    });
    expect(await bar.interaction(id)).toMatchObject({
      status: 'manual',
      manualReason: { code: 'platform_refused', detail: 'Comments are closed.' },
    });
  });

  it('CM-20 hides on the platform and remembers it', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const { body, hidden } = await call(bar, {
      method: 'POST',
      resource: `${one(id).resource}/hide`,
      params: one(id).params,
      body: { hidden: true },
    });
    expect([body.isHidden, hidden]).toEqual([true, [['post_1_comment_1', true]]]);
  });

  it('CM-20 likes on the platform and takes the like back, counted once each', async () => {
    const bar = conversation();
    const id = await bar.hear({ likeCount: 2 });
    const like = (liked: boolean) =>
      call(bar, {
        method: 'POST',
        resource: `${one(id).resource}/like`,
        params: one(id).params,
        body: { liked },
      });
    const [first, again, back] = [await like(true), await like(true), await like(false)];
    expect(first.done).toEqual([['liked', 'post_1_comment_1', true]]);
    expect([first, again, back].map(({ body }) => [body.isLiked, body.likeCount])).toEqual([
      [true, 3],
      [true, 3],
      [false, 2],
    ]);
  });

  it('CM-20 deletes on the platform, and the reply that waited for it never goes out', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const { body, done } = await call(bar, { method: 'DELETE', ...one(id) });
    expect([body.status, body.pendingReply, done]).toEqual([
      'deleted',
      null,
      [['removed', 'post_1_comment_1']],
    ]);
    bar.clock.advance({ seconds: 120 });
    expect(await bar.send(id)).toBe('not_due');
    expect((await call(bar, { method: 'DELETE', ...one(id) })).done).toEqual([]);
  });

  it.each([
    ['a mention', { provider: 'instagram', kind: 'mention' }],
    ['a message', { kind: 'direct_message' }],
    ['what others wrote on TikTok', { provider: 'tiktok' }],
  ] as const)('CM-20 does not delete %s', async (_what, said) => {
    const bar = conversation();
    const id = await bar.hear(said);
    const { status, body, done } = await call(bar, { method: 'DELETE', ...one(id) });
    expect([status, body.code, done]).toEqual([409, 'not_possible_here', []]);
  });

  it('AR-01 explains on the timeline why it was answered', async () => {
    const bar = conversation();
    const id = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    await bar.send(id);
    const { body } = await call(bar, {
      method: 'GET',
      resource: `${one(id).resource}/timeline`,
      params: one(id).params,
    });
    expect(body.items.map(({ at, step, text }: Record<string, string>) => [at, step, text])).toEqual([
      ['2026-11-20T12:00:00.000Z', 'captured', 'The platform reported it.'],
      ['2026-11-20T12:00:00.000Z', 'analysed', 'Understood as positive, 95 % sure.'],
      ['2026-11-20T12:00:00.000Z', 'decided', 'A rule answers it. Rule: Thank for praise.'],
      ['2026-11-20T12:02:00.000Z', 'replied', 'Answered by a rule.'],
    ]);
  });

  it('ST-04 answers another tenant’s interaction and a missing one alike', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const stranger = aMember('owner', 'org_stranger');
    const handler = createInteractionsHandler(
      {
        ...bar.deps,
        moderation: noModeration,
        organizations: { ...bar.deps.organizations, member: async () => undefined },
      },
      { clock: bar.clock },
    );
    const get = async (interactionId: string) => {
      const event = anApiEvent({ method: 'GET', ...one(interactionId), authorizer: stranger });
      return (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    };
    const answers = await Promise.all([get(id), get('int_missing')]);
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [404, answers[1].body],
      [404, answers[1].body],
    ]);
  });

  it('ST-07 lets viewers read and not answer', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const answer = { method: 'POST', resource: `${one(id).resource}/reply`, params: one(id).params };
    expect(await call(bar, { ...answer, body: { text: 'Thanks!' }, role: 'viewer' })).toMatchObject({
      status: 403,
    });
    expect(bar.platform.allReplies).toEqual([]);
  });

  it('CM-15 changes many at once, each for itself', async () => {
    const bar = conversation();
    const [first = '', second = ''] = await someComments(bar);
    await call(bar, { method: 'PATCH', ...one(first), body: { tags: ['praise', 'old'] } });
    const change = { isRead: true, addTags: ['autumn'], removeTags: ['old'], hidden: true };
    const interactionIds = [first, 'int_unknown', second, first];
    const bulk = { method: 'POST', resource: '/v1/interactions/bulk', body: { interactionIds, change } };
    const { status, body, hidden } = await call(bar, bulk);
    expect({ status, body, hidden: hidden.toSorted() }).toEqual({
      status: 200,
      body: {
        items: [
          { interactionId: first, outcome: 'changed' },
          { interactionId: 'int_unknown', outcome: 'failed', code: 'not_found', detail: expect.any(String) },
          { interactionId: second, outcome: 'changed' },
        ],
      },
      hidden: [
        ['c0', true],
        ['c1', true],
      ],
    });
    expect(await bar.interaction(first)).toMatchObject({
      isRead: true,
      isHidden: true,
      tags: ['praise', 'autumn'],
      status: 'reply_scheduled',
    });
  });
});
