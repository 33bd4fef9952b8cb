import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createInteractionsHandler } from '../../../../lambdas/api/interactions/index.ts';
import type { PlatformModeration } from '../../../../shared/core/accounts/platform-interactions.ts';
import type { Role } from '../../../../shared/core/kernel/tenant-context.ts';
import type { ReplyModel } from '../../../../shared/core/replies/reply-model.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { findings } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';

const nothing = async () => undefined;
const moderation: PlatformModeration = { setHidden: nothing, setLiked: nothing, remove: nothing };
const Reply = 'Thank you so much, that is lovely to hear!';

describe('a reply that the model proposes to a person', () => {
  const conversation = eachWithConversation();

  async function suggest(
    bar: Conversation,
    interactionId: string,
    { body = {}, role = 'agent', replyModel }: { body?: object; role?: Role; replyModel?: ReplyModel } = {},
  ) {
    const organizations = { ...bar.deps.organizations, member: nothing };
    const deps = { ...bar.deps, moderation, organizations, ...(replyModel && { replyModel }) };
    const event = anApiEvent({
      method: 'POST',
      resource: '/v1/interactions/{interactionId}/suggestion',
      params: { interactionId },
      body,
      authorizer: aMember(role, bar.context.organizationId),
    });
    const handler = createInteractionsHandler(deps, { clock: bar.clock });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body) };
  }

  it('CM-16 is answered with the gate’s verdict, and published by nobody', async () => {
    const bar = conversation();
    bar.replyOf = () => ({ reply: Reply });
    const id = await bar.hear({ text: 'Is there a table on Sunday?' });
    const before = await bar.interaction(id);
    expect(await suggest(bar, id, { body: { tone: 'professional' } })).toEqual({
      status: 200,
      body: {
        text: Reply,
        warnings: ['An automatic reply waits; yours takes its place.'],
        gate: { ok: true, failed: [] },
      },
    });
    expect(bar.replyRequests).toMatchObject([
      { tone: 'professional', comment: 'Is there a table on Sunday?' },
    ]);
    expect(await bar.interaction(id)).toEqual(before);
    expect(bar.platform.repliesTo('post_1_comment_1')).toEqual([]);
  });

  it('CM-16 tells what would keep a rule from posting it', async () => {
    const bar = conversation();
    bar.replyOf = () => ({ reply: 'Thank you! Write to boss@evil.example please' });
    const id = await bar.hear();
    const { body } = await suggest(bar, id);
    expect(body.gate).toEqual({
      ok: false,
      failed: [
        { check: 'link', found: 'evil.example' },
        { check: 'email', found: 'boss@evil.example' },
        { check: 'handle', found: '@evil.example' },
      ],
    });
  });

  it.each([
    ['a medical question', { isMedicalQuestion: true }],
    ['what needs a careful hand', { requiresEscalation: true }],
  ])('CM-16 is refused for %s', async (_what, flags) => {
    const bar = conversation();
    bar.findingsOf = () => findings(flags);
    const id = await bar.hear();
    expect(await suggest(bar, id)).toMatchObject({ status: 409, body: { code: 'safety_locked' } });
    expect(bar.replyRequests).toEqual([]);
  });

  it('CM-16 is refused where only the word lists see the danger', async () => {
    const bar = conversation();
    const id = await bar.hear({ text: 'I got a rash from it, is that normal?' });
    expect(await suggest(bar, id)).toMatchObject({ status: 409, body: { code: 'safety_locked' } });
  });

  it.each([
    ['limited by the month’s budget', 'over_budget', 429, 'model_budget_spent'],
    ['put off when the model is busy', 'throttled', 503, 'model_unavailable'],
  ] as const)('CM-16 is %s', async (_what, kind, status, code) => {
    const bar = conversation();
    const id = await bar.hear();
    const replyModel: ReplyModel = { write: async () => ({ kind }) };
    expect(await suggest(bar, id, { replyModel })).toMatchObject({ status, body: { code } });
  });

  it('CM-18 is made from a template, whose variables must have values', async () => {
    const bar = conversation();
    const id = await bar.hear();
    const now = bar.clock.now();
    const template = { name: 'Thanks', language: 'en', createdAt: now, updatedAt: now, version: 1 };
    for (const [templateId, text] of [
      ['template_1', 'Thank you, {author_name}!'],
      ['template_2', 'Thank you for writing about {campaign_name}!'],
    ] as const)
      await bar.deps.templates.save(bar.context, { ...template, templateId, text });
    expect((await suggest(bar, id, { body: { templateId: 'template_1' } })).status).toBe(200);
    expect(bar.replyRequests[0]?.template).toBe('Thank you, Lena!');
    expect(await suggest(bar, id, { body: { templateId: 'template_2' } })).toMatchObject({
      status: 409,
      body: { code: 'missing_variable' },
    });
    expect(await suggest(bar, id, { body: { templateId: 'template_9' } })).toMatchObject({ status: 404 });
  });

  it('ST-07 is for agents', async () => {
    const bar = conversation();
    const id = await bar.hear();
    expect((await suggest(bar, id, { role: 'viewer' })).status).toBe(403);
  });
});
