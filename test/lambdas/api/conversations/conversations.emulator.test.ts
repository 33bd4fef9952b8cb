import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createConversationsHandler } from '../../../../lambdas/api/conversations/index.ts';
import type { Role } from '../../../../shared/core/kernel/tenant-context.ts';
import { addSeconds } from '../../../../shared/core/kernel/time.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { Noon } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';

type Call = Parameters<typeof anApiEvent>[0];
const lena = { externalId: 'psid_lena', name: 'Lena' };

describe('/v1/conversations', () => {
  const conversation = eachWithConversation();

  async function call(bar: Conversation, { role = 'agent', ...input }: Call & { role?: Role }) {
    const handler = createConversationsHandler(bar.deps, { clock: bar.clock });
    const event = anApiEvent({ ...input, authorizer: aMember(role, bar.context.organizationId) });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body || '{}') };
  }

  const list = (bar: Conversation, query: Record<string, string> = {}) =>
    call(bar, { method: 'GET', resource: '/v1/conversations', query, role: 'viewer' });
  const messagesOf = (id: string) => ({
    resource: '/v1/conversations/{conversationId}/messages',
    params: { conversationId: id },
  });

  async function aConversation(bar: Conversation): Promise<string> {
    await bar.hear({ externalId: 'm_1', kind: 'direct_message', text: 'Are you open?', participant: lena });
    return (await list(bar)).body.items[0].conversationId;
  }

  it('CM-15 lists conversations with how long they can be written in, and opens one', async () => {
    const bar = conversation();
    const conversationId = await aConversation(bar);
    const { body } = await list(bar, { unanswered: 'true', provider: 'facebook' });
    const shown = {
      conversationId,
      provider: 'facebook',
      accountId: 'acc_page',
      participant: lena,
      preview: 'Are you open?',
      lastMessageAt: Noon,
      isLastFromOwner: false,
      lastInboundAt: Noon,
      writableUntil: addSeconds(Noon, 7 * 86_400),
    };
    expect(body).toEqual({ items: [shown] });
    const one = await call(bar, {
      method: 'GET',
      resource: '/v1/conversations/{conversationId}',
      params: { conversationId },
    });
    expect(one.body).toEqual(shown);
    expect((await list(bar, { unanswered: 'false' })).body.items).toEqual([]);
  });

  it('CM-05 writes in a conversation and shows both sides, the newest first', async () => {
    const bar = conversation();
    const conversationId = await aConversation(bar);
    bar.clock.advance({ seconds: 60 });
    const written = await call(bar, {
      method: 'POST',
      ...messagesOf(conversationId),
      body: { text: 'Until six.' },
    });
    expect([written.status, written.body]).toMatchObject([
      201,
      { text: 'Until six.', isFromOwner: true, sentBy: { kind: 'member', memberId: 'mem_ana' } },
    ]);
    const { body } = await call(bar, { method: 'GET', ...messagesOf(conversationId), role: 'viewer' });
    expect(body.items.map(({ text, sentAt }: Record<string, string>) => [text, sentAt])).toEqual([
      ['Until six.', addSeconds(Noon, 60)],
      ['Are you open?', Noon],
    ]);
  });

  it('ST-07 lets viewers read and not write', async () => {
    const bar = conversation();
    const body = { text: 'Until six.' };
    const write = { method: 'POST', ...messagesOf(await aConversation(bar)), body, role: 'viewer' } as const;
    expect((await call(bar, write)).status).toBe(403);
  });

  it('ST-04 answers for an unknown conversation as for another tenant’s', async () => {
    const bar = conversation();
    const unknown = await call(bar, { method: 'GET', ...messagesOf('cnv_unknown') });
    expect(unknown.status).toBe(404);
  });
});
