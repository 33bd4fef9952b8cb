import type { Provider } from '../../core/accounts/social-account.ts';
import type { AnnouncementReader, PlatformReader } from '../../core/content/ports.ts';
import { youtubeReader } from '../../infra/google/youtube-channel.ts';
import { instagramReader } from '../../infra/instagram/instagram-reader.ts';
import { instagramMentions } from '../../infra/instagram/mention.ts';
import { metaReader } from '../../infra/meta/meta-page.ts';
import { tiktokAnnouncements, tiktokReader } from '../../infra/tiktok/tiktok-account.ts';
import { graph } from './graph.ts';
import { tiktok } from './tiktok.ts';
import { youtube } from './youtube.ts';

export const platformReaders: Partial<Record<Provider, PlatformReader>> = {
  facebook: metaReader(graph),
  instagram: instagramReader(graph),
  tiktok: tiktokReader(tiktok),
  youtube: youtubeReader(youtube),
};

/** Platforms whose webhooks announce something without saying all about it. */
export const announcementReaders: Partial<Record<Provider, AnnouncementReader>> = {
  instagram: instagramMentions(graph),
  tiktok: tiktokAnnouncements(tiktok),
};
