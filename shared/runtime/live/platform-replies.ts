import {
  type InteractionClient,
  platformModeration as moderate,
  platformReplies as reply,
} from '../../core/accounts/platform-interactions.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { instagramInteractions } from '../../infra/instagram/instagram-interactions.ts';
import { metaInteractions } from '../../infra/meta/meta-interactions.ts';
import { accounts } from './accounts.ts';
import { graph } from './graph.ts';
import { tokenVault } from './token-vault.ts';

const clients: Partial<Record<Provider, InteractionClient>> = {
  facebook: metaInteractions(graph),
  instagram: instagramInteractions(graph),
};

export const platformReplies = reply({ clients, vault: tokenVault, accounts });
export const platformModeration = moderate({ clients, vault: tokenVault });
