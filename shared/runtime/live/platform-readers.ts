import type { Provider } from '../../core/accounts/social-account.ts';
import type { MentionReader, PlatformReader } from '../../core/content/ports.ts';
import { youtubeReader } from '../../infra/google/youtube-channel.ts';
import { instagramReader } from '../../infra/instagram/instagram-reader.ts';
import { instagramMentions } from '../../infra/instagram/mention.ts';
import { metaReader } from '../../infra/meta/meta-page.ts';
import { graph } from './graph.ts';
import { youtube } from './youtube.ts';

export const platformReaders: Partial<Record<Provider, PlatformReader>> = {
  facebook: metaReader(graph),
  instagram: instagramReader(graph),
  youtube: youtubeReader(youtube),
};

/** Platforms whose webhooks announce mentions without saying what was said. */
export const mentionReaders: Partial<Record<Provider, MentionReader>> = {
  instagram: instagramMentions(graph),
};
