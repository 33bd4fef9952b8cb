import * as z from 'zod';
import { isProviderError } from '../../core/accounts/provider-error.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import type { GraphClient } from './graph-client.ts';

const Success = z.object({ success: z.boolean() });
const LinkedPage = z.object({
  id: z.string(),
  instagram_business_account: z.object({ id: z.string() }).optional(),
});
const TimeoutMilliseconds = 10_000;

/** What is subscribed for a page. Instagram has no fields here: any at all lets the app's own webhooks through. */
const CommentFields = 'feed';
const MessageFields = `${CommentFields},messages,message_echoes`;

/** Whether an asset of a platform is connected, by whatever organization. */
export type IsConnected = (provider: Provider, externalId: string) => Promise<boolean>;

/** Messages are told only to who may read them: where that was not allowed, comments are all there is. */
export async function subscribePage(graph: GraphClient, token: string): Promise<void> {
  try {
    await subscribe(graph, token, MessageFields);
  } catch (error) {
    if (!isProviderError(error, 'permission_missing', 'invalid_request')) throw error;
    await subscribe(graph, token, CommentFields);
  }
}

async function subscribe(graph: GraphClient, token: string, fields: string): Promise<void> {
  const params = { subscribed_fields: fields };
  await graph.write(Success, 'POST', '/me/subscribed_apps', token, params, TimeoutMilliseconds);
}

/** A page and its Instagram account share one subscription, which ends when neither is connected any more. */
export async function unsubscribePage(
  graph: GraphClient,
  token: string,
  leaving: 'facebook' | 'instagram',
  isConnected: IsConnected,
): Promise<void> {
  const page = await graph.get(LinkedPage, '/me', token, { fields: 'id,instagram_business_account' });
  const instagramId = page.instagram_business_account?.id;
  const isShared =
    leaving === 'instagram'
      ? await isConnected('facebook', page.id)
      : instagramId !== undefined && (await isConnected('instagram', instagramId));
  if (!isShared) {
    await graph.write(Success, 'DELETE', '/me/subscribed_apps', token, {}, TimeoutMilliseconds);
  }
}
