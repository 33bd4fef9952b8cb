import * as z from 'zod';
import type { AssetConnector } from '../../core/accounts/ports.ts';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import type { AnnouncementReader, PlatformReader } from '../../core/content/ports.ts';
import type { TiktokApp, TiktokClient } from './tiktok-client.ts';
import { commentsOf, findComment, findReply } from './tiktok-comments.ts';
import { contentOf, instantOf, interactionOf, TiktokVideo, VideoFields } from './tiktok-mapping.ts';

/** Twenty videos a page: more than anybody publishes within the window that is read. */
const MostPagesOfVideos = 35;

export const TiktokProfile = z.object({
  username: z.string().optional(),
  display_name: z.string().optional(),
  profile_image: z.string().optional(),
});

const Nothing = z.unknown();

interface ConnectorOptions {
  client: TiktokClient;
  requireApp: () => Promise<TiktokApp>;
  /** Where TikTok sends what happens to comments. */
  webhookUrl: string;
}

export function readProfile(client: TiktokClient, openId: string, token: string) {
  const fields = JSON.stringify(['username', 'display_name', 'profile_image']);
  return client.get(TiktokProfile, '/business/get/', token, { business_id: openId, fields });
}

export function tiktokConnector({ client, requireApp, webhookUrl }: ConnectorOptions): AssetConnector {
  return {
    verify: async (openId, token) => {
      await readProfile(client, openId, token);
    },
    // The subscription is the app's own and holds for every account; asked for again it stays as it is.
    subscribe: async () => {
      const { appId, appSecret } = await requireApp();
      const subscription = {
        app_id: appId,
        secret: appSecret,
        event_type: 'COMMENT',
        callback_url: webhookUrl,
      };
      await client.post(Nothing, '/business/webhook/update/', null, subscription);
    },
    // The fields of this call are not documented in public; those of the other calls under this path are taken.
    unsubscribe: async (_openId, token) => {
      const { appId, appSecret } = await requireApp();
      const grant = { client_id: appId, client_secret: appSecret, access_token: token };
      await client.post(Nothing, '/tt_user/oauth2/revoke/', null, grant);
    },
  };
}

export function tiktokReader(client: TiktokClient): PlatformReader {
  return {
    hasLateCounts: true,
    async *posts({ account, token, since, capturedAt }) {
      const query = { business_id: account.externalId, fields: VideoFields, max_count: '20' };
      const list = { path: '/business/video/list/', name: 'videos', token, query } as const;
      for await (const video of client.list(TiktokVideo, { ...list, mostPages: MostPagesOfVideos })) {
        if (since !== null && instantOf(video.create_time) < since) return;
        yield contentOf(video, account, capturedAt);
      }
    },

    async *comments({ account, token, since, capturedAt }, videoId) {
      if (account.limitations?.includes('no_comments')) return;
      for await (const comment of commentsOf(client, { account, token, videoId }, since)) {
        yield interactionOf(comment, videoId, account, capturedAt);
      }
    },
  };
}

/** Reads one comment, to learn what TikTok's webhook does not tell: who wrote it, and whether it is hidden. */
export function tiktokAnnouncements(client: TiktokClient): AnnouncementReader {
  return async ({ account, token, capturedAt }, { externalId, contentExternalId, parentExternalId }) => {
    const place = { account, token, videoId: contentExternalId };
    const found =
      parentExternalId === null
        ? await findComment(client, place, externalId)
        : await findReply(client, place, parentExternalId, externalId);
    if (!found) throw new ProviderError('gone', 'TikTok does not show this comment.');
    return { ...interactionOf(found, contentExternalId, account, capturedAt), source: 'webhook' };
  };
}
