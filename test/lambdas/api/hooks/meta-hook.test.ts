import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHooksHandler } from '../../../../lambdas/api/hooks/index.ts';
import { simulatedMetaApp } from '../../../../local/providers/meta/app.ts';
import { escaped, signatureOf } from '../../../../local/providers/meta/webhooks.ts';
import type { Capture } from '../../../../shared/core/accounts/receive-events.ts';
import type { AnnouncedKey } from '../../../../shared/core/content/ports.ts';
import { metaWebhook } from '../../../../shared/infra/meta/meta-webhook.ts';
import { tiktokWebhook } from '../../../../shared/infra/tiktok/tiktok-webhook.ts';
import { aLambdaContext, anApiEvent } from '../../../support/api-events.ts';
import { noWithdrawals } from '../../../support/hooks.ts';

const ours = { organizationId: 'org_beanbar', accountId: 'acc_1' };

function aHandler() {
  const captured: Capture[] = [];
  const mentions: AnnouncedKey[] = [];
  const handle = createHooksHandler({
    ...noWithdrawals,
    meta: metaWebhook(async () => simulatedMetaApp),
    tiktok: tiktokWebhook(async () => undefined),
    assets: {
      ownerOf: async (_provider, externalId) => (externalId === 'page_1' ? ours : undefined),
      claim: async () => false,
      release: async () => undefined,
    },
    capture: async (captures) => {
      captured.push(...captures);
    },
    readAnnounced: async (_owner, { externalId, contentExternalId, parentExternalId }) => {
      mentions.push({ externalId, contentExternalId, parentExternalId });
    },
  });
  const call = (input: Omit<Parameters<typeof anApiEvent>[0], 'resource'>) =>
    handle(
      anApiEvent({ ...input, resource: '/hooks/meta', authorizer: null }),
      aLambdaContext(),
    ) as Promise<APIGatewayProxyResult>;
  return { captured, mentions, call };
}

function notification(pageIds: string[]): string {
  const entry = pageIds.map((id, index) => ({
    id,
    time: 1_763_700_000,
    changes: [
      {
        field: 'feed',
        value: {
          item: 'comment',
          verb: index === 0 ? 'add' : 'remove',
          comment_id: `5_${index}`,
          post_id: `${id}_5`,
          parent_id: `${id}_5`,
          created_time: 1_763_699_990,
          message: 'Größe/Maß?',
        },
      },
    ],
  }));
  return escaped(JSON.stringify({ object: 'page', entry }));
}

const signed = (body: string) => ({ body, headers: { 'X-Hub-Signature-256': signatureOf(body) } });

describe('POST /hooks/meta', () => {
  it('CM-10 hands comments of connected pages to intake and acknowledges those of unknown pages', async () => {
    const { call, captured } = aHandler();
    const result = await call({ method: 'POST', ...signed(notification(['page_1', 'page_1', 'page_9'])) });
    expect([result.statusCode, result.body]).toEqual([200, 'EVENT_RECEIVED']);
    expect(captured).toMatchObject([
      {
        kind: 'seen',
        organizationId: 'org_beanbar',
        interaction: { accountId: 'acc_1', externalId: '5_0', text: 'Größe/Maß?', source: 'webhook' },
      },
      {
        kind: 'removed',
        organizationId: 'org_beanbar',
        removal: { accountId: 'acc_1', externalId: '5_1', provider: 'facebook' },
      },
    ]);
  });

  it('CM-07 asks for what an Instagram mention says, for the account of the organization alone', async () => {
    const { call, captured, mentions } = aHandler();
    const entry = ['page_1', 'page_9'].map((id) => ({
      id,
      time: 1_763_700_000,
      changes: [{ field: 'mentions', value: { media_id: '179', comment_id: '178' } }],
    }));
    const result = await call({
      method: 'POST',
      ...signed(escaped(JSON.stringify({ object: 'instagram', entry }))),
    });
    expect(result.statusCode).toBe(200);
    expect(mentions).toEqual([{ externalId: '178', contentExternalId: '179', parentExternalId: null }]);
    expect(captured).toEqual([]);
  });

  it('CM-10 refuses a body with a signature of other bytes, and takes nothing from it', async () => {
    const { call, captured } = aHandler();
    const { headers } = signed(notification(['page_1']));
    const body = JSON.stringify(JSON.parse(notification(['page_1'])));
    const result = await call({ method: 'POST', body, headers });
    expect(result.statusCode).toBe(401);
    expect(captured).toEqual([]);
  });

  it('CM-10 refuses signed bytes that are no notification', async () => {
    const { call } = aHandler();
    expect((await call({ method: 'POST', ...signed('{"object":') })).statusCode).toBe(400);
  });
});

describe('GET /hooks/meta', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444' };

  it('CM-10 answers the challenge as plain text', async () => {
    const { call } = aHandler();
    const known = { ...query, 'hub.verify_token': simulatedMetaApp.verifyToken };
    const result = await call({ method: 'GET', query: known });
    expect(result).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/plain' },
      body: '1158201444',
    });
  });

  it('CM-10 refuses a challenge with another token', async () => {
    const { call } = aHandler();
    expect((await call({ method: 'GET', query: { ...query, 'hub.verify_token': 'guess' } })).statusCode).toBe(
      403,
    );
  });
});
