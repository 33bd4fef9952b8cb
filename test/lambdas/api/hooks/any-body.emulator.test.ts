import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHooksHandler } from '../../../../lambdas/api/hooks/index.ts';
import { simulatedMetaApp } from '../../../../local/providers/meta/app.ts';
import { simulatedTiktokApp } from '../../../../local/providers/tiktok/app.ts';
import type { Capture } from '../../../../shared/core/accounts/receive-events.ts';
import type { Interaction } from '../../../../shared/core/interactions/interaction.ts';
import { metaWebhook } from '../../../../shared/infra/meta/meta-webhook.ts';
import { tiktokWebhook } from '../../../../shared/infra/tiktok/tiktok-webhook.ts';
import { Random } from '../../../simulation/random.ts';
import { aLambdaContext, anApiEvent } from '../../../support/api-events.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { aCaptured, anAccount } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';
import { noWithdrawals } from '../../../support/hooks.ts';
import {
  signatureHeaders,
  type WebhookBody,
  webhookBodies,
  withFlippedByte,
} from '../../../support/webhook-bodies.ts';

const Bodies = 1_000;
const Deliveries = 5;
const BatchSize = 20;

describe('any body that a platform may send', () => {
  const conversation = eachWithConversation();

  it('CM-10 refuses 1,000 random bodies with one bit turned, and takes nothing from them', async () => {
    const random = new Random(1);
    const { post, captured } = aHandler(conversation(), []);
    const statuses = new Set<number>();
    for (const body of webhookBodies(random, Bodies)) {
      const forged = withFlippedByte(random, body.bytes);
      statuses.add(
        (await post(body.provider, forged, signatureHeaders(body.provider, body.bytes))).statusCode,
      );
    }
    expect([...statuses]).toEqual([401]);
    expect(captured).toEqual([]);
  });

  it('CM-10 CM-11 stores each comment once, of 1,000 bodies that come five times each in any order', async () => {
    const random = new Random(2);
    const bar = conversation();
    bar.accounts = (['facebook', 'instagram', 'tiktok'] as const).map((provider) =>
      anAccount({ accountId: `acc_${provider}`, provider, externalId: `${provider}_asset` }),
    );
    const bodies = webhookBodies(random, Bodies);
    const { post, captured } = aHandler(bar, bodies);
    for (const body of shuffled(random, Array.from({ length: Deliveries }, () => bodies).flat())) {
      const answer = await post(body.provider, body.bytes, signatureHeaders(body.provider, body.bytes));
      expect(answer.statusCode).toBe(200);
    }
    expect(captured).toHaveLength(Bodies * Deliveries);
    const deliveries = shuffled(random, captured);
    while (deliveries.length > 0) await bar.takeIn(deliveries.splice(0, BatchSize));
    const expected = new Map(bodies.map(({ comment }) => [comment.externalId, comment.text]));
    const stored = await everything(bar);
    expect(stored).toHaveLength(expected.size);
    expect(new Map(stored.map(({ externalId, text }) => [externalId, text]))).toEqual(expected);
    expect(stored.filter(({ version, revision }) => version + revision !== 2)).toEqual([]);
  }, 120_000);
});

function aHandler(bar: Conversation, bodies: readonly WebhookBody[]) {
  const captured: Capture[] = [];
  const { organizationId } = bar.context;
  const texts = new Map(bodies.map(({ comment }) => [comment.externalId, comment.text]));
  const handle = createHooksHandler({
    ...noWithdrawals,
    meta: metaWebhook(async () => simulatedMetaApp),
    tiktok: tiktokWebhook(async () => simulatedTiktokApp),
    assets: {
      ownerOf: async (provider) => ({ organizationId, accountId: `acc_${provider}` }),
      claim: async () => false,
      release: async () => undefined,
    },
    capture: async (captures) => {
      captured.push(...captures);
    },
    // TikTok's body is only a call to read the comment: here the platform's answer is what was put into the body.
    readAnnounced: async ({ accountId }, { externalId }) => {
      const text = texts.get(externalId) ?? '';
      const interaction = aCaptured({ provider: 'tiktok', accountId, externalId, text });
      captured.push({ kind: 'seen', organizationId, interaction });
    },
  });
  const post = (provider: WebhookBody['provider'], bytes: Buffer, headers: Record<string, string>) => {
    const resource = provider === 'tiktok' ? '/hooks/tiktok' : '/hooks/meta';
    const event = anApiEvent({ method: 'POST', resource, headers, body: '', authorizer: null });
    return handle(
      { ...event, body: bytes.toString('base64') },
      aLambdaContext(),
    ) as Promise<APIGatewayProxyResult>;
  };
  return { captured, post };
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** All that the inbox has, page by page. */
async function everything(bar: Conversation): Promise<Interaction[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bar.deps.interactions.page(bar.context, {}, { limit: 100, ...(cursor && { cursor }) });
    ids.push(...page.items.map(({ interactionId }) => interactionId));
    cursor = page.cursor;
  } while (cursor);
  return Promise.all(ids.map((id) => bar.interaction(id)));
}
