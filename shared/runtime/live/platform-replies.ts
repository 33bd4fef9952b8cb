import {
  type InteractionClient,
  platformMessages as message,
  platformModeration as moderate,
  platformReplies as reply,
} from '../../core/accounts/platform-interactions.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { youtubeInteractions } from '../../infra/google/youtube-interactions.ts';
import { instagramInteractions } from '../../infra/instagram/instagram-interactions.ts';
import { metaInteractions } from '../../infra/meta/meta-interactions.ts';
import { tiktokInteractions } from '../../infra/tiktok/tiktok-interactions.ts';
import { accounts } from './accounts.ts';
import { graph } from './graph.ts';
import { tiktok } from './tiktok.ts';
import { tokenVault } from './token-vault.ts';
import { youtube } from './youtube.ts';

const clients: Partial<Record<Provider, InteractionClient>> = {
  facebook: metaInteractions(graph),
  instagram: instagramInteractions(graph),
  tiktok: tiktokInteractions(tiktok),
  youtube: youtubeInteractions(youtube),
};

export const platformReplies = reply({ clients, vault: tokenVault, accounts });
export const platformMessages = message({ clients, vault: tokenVault, accounts });
export const platformModeration = moderate({ clients, vault: tokenVault });
