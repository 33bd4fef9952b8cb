import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { getInteractionContent } from '../../../../lambdas/api/interactions/get-interaction-content.ts';
import type { Content } from '../../../../shared/core/content/content.ts';
import { resource } from '../../../../shared/runtime/resource.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import { anInteraction } from '../../../support/conversation-builders.ts';

const post: Content = {
  contentId: 'con_1',
  provider: 'facebook',
  accountId: 'acc_page',
  externalId: 'post_1',
  kind: 'photo',
  title: 'The autumn blend is here',
  text: 'The autumn blend is here: plum, cocoa and a little smoke.',
  permalink: 'https://www.facebook.com/post_1',
  imageUrl: null,
  postedAt: '2026-11-20T08:00:00.000Z',
  campaignId: null,
  reading: null,
  statistics: { reactions: 12, comments: 3, shares: null },
  capturedAt: '2026-11-20T09:00:00.000Z',
};

async function contentOf(contentId: string | null, stored: Content[] = [post]) {
  const interactions = { find: async () => anInteraction({ interactionId: 'int_1', contentId }) };
  const contents = {
    findMany: async (_context: unknown, ids: readonly string[]) =>
      stored.filter((content) => ids.includes(content.contentId)),
  };
  const event = anApiEvent({
    method: 'GET',
    resource: '/v1/interactions/{interactionId}/content',
    params: { interactionId: 'int_1' },
    authorizer: aMember('viewer'),
  });
  const handler = resource([getInteractionContent({ interactions, contents })]);
  const { statusCode, body } = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
  return { status: statusCode, body: JSON.parse(body) as unknown };
}

describe('CM-12 what an interaction is about', () => {
  it('is the content with its statistics', async () => {
    expect(await contentOf('con_1')).toEqual({ status: 200, body: post });
  });

  it.each([
    ['that was never read', 'con_2'],
    ['of a direct message', null],
  ])('is not found for content %s', async (_, contentId) => {
    expect(await contentOf(contentId)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});
