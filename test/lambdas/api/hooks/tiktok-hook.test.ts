import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHooksHandler } from '../../../../lambdas/api/hooks/index.ts';
import { simulatedTiktokApp } from '../../../../local/providers/tiktok/app.ts';
import { signatureOf } from '../../../../local/providers/tiktok/webhooks.ts';
import type { Capture } from '../../../../shared/core/accounts/receive-events.ts';
import { metaWebhook } from '../../../../shared/infra/meta/meta-webhook.ts';
import { tiktokWebhook } from '../../../../shared/infra/tiktok/tiktok-webhook.ts';
import { aLambdaContext, anApiEvent } from '../../../support/api-events.ts';
import { noWithdrawals } from '../../../support/hooks.ts';

const ours = { organizationId: 'org_beanbar', accountId: 'acc_1' };

function aHandler() {
  const captured: Capture[] = [];
  const announced: unknown[] = [];
  const handle = createHooksHandler({
    ...noWithdrawals,
    meta: metaWebhook(async () => undefined),
    tiktok: tiktokWebhook(async () => simulatedTiktokApp),
    assets: {
      ownerOf: async (_provider, externalId) => (externalId === '_000ours' ? ours : undefined),
      claim: async () => false,
      release: async () => undefined,
    },
    capture: async (captures) => {
      captured.push(...captures);
    },
    readAnnounced: async (owner, { externalId, contentExternalId, parentExternalId }) => {
      announced.push({ owner, externalId, contentExternalId, parentExternalId });
    },
  });
  const post = (body: string, secondsAgo = 0) =>
    handle(
      anApiEvent({
        method: 'POST',
        resource: '/hooks/tiktok',
        body,
        headers: { 'Tiktok-Signature': signatureOf(body, Math.floor(Date.now() / 1_000) - secondsAgo) },
        authorizer: null,
      }),
      aLambdaContext(),
    ) as Promise<APIGatewayProxyResult>;
  return { captured, announced, post };
}

function notification(openId: string, action: string): string {
  return JSON.stringify({
    event: 'comment.update',
    create_time: 1_763_700_300,
    user_openid: openId,
    content: `{"comment_id":7290000000000000001,"video_id":7289000000000000001,"parent_comment_id":0,"comment_action":"${action}"}`,
  });
}

describe('POST /hooks/tiktok', () => {
  it('CM-10 asks for what was said, for the organization that connected the account', async () => {
    const { post, captured, announced } = aHandler();
    expect((await post(notification('_000ours', 'insert'))).statusCode).toBe(200);
    expect(announced).toEqual([
      {
        owner: ours,
        externalId: '7290000000000000001',
        contentExternalId: '7289000000000000001',
        parentExternalId: null,
      },
    ]);
    expect(captured).toEqual([]);
  });

  it('CM-10 hands a deletion to intake, and drops what is about accounts that nobody connected', async () => {
    const { post, captured, announced } = aHandler();
    await post(notification('_000ours', 'delete'));
    expect((await post(notification('_000other', 'delete'))).statusCode).toBe(200);
    await post(notification('_000other', 'insert'));
    expect(captured).toEqual([
      {
        kind: 'removed',
        organizationId: 'org_beanbar',
        removal: {
          provider: 'tiktok',
          accountId: 'acc_1',
          externalId: '7290000000000000001',
          removedAt: '2025-11-21T04:45:00.000Z',
        },
      },
    ]);
    expect(announced).toEqual([]);
  });

  it('CM-10 refuses what was signed long ago', async () => {
    const { post, captured, announced } = aHandler();
    const refused = await post(notification('_000ours', 'insert'), 600);
    expect(JSON.parse(refused.body)).toMatchObject({ status: 401, code: 'signature_invalid' });
    expect([captured, announced]).toEqual([[], []]);
  });
});
