import { HideInteraction, ListInteractions } from '../../shared/contract/api/interactions.ts';
import type { Provider, SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Client } from './client.ts';
import { type Report, until } from './progress.ts';
import type { World } from './world.ts';

type Hiding = Exclude<Provider, 'instagram'>;

/** Where the control API of each platform shows a comment, and what it shows when that is hidden. */
const places: Record<Hiding, { path: string; isHidden: (comment: Record<string, unknown>) => boolean }> = {
  facebook: { path: '/meta/comments', isHidden: ({ isHidden }) => isHidden === true },
  tiktok: { path: '/tiktok/comments', isHidden: ({ status }) => status === 'HIDDEN' },
  youtube: { path: '/youtube/comments', isHidden: ({ status }) => status === 'heldForReview' },
};

/** Hides one comment on each of the platforms, by Earshot, and sees that the platform does not show it any more. */
export async function hideOnEach(
  report: Report,
  { client, world }: { client: Client; world: World },
  accounts: readonly SocialAccount[],
): Promise<void> {
  for (const { provider, accountId } of accounts) {
    if (provider === 'instagram') continue;
    await report.step('Conversation', `hide a comment on ${provider}`, async () => {
      const { interactionId, preview } = await anyComment(client, accountId);
      const hidden = await client.call(HideInteraction, {
        params: { interactionId },
        body: { hidden: true },
      });
      const { path, isHidden } = places[provider];
      const shown = await world.control('GET', `${path}/${hidden.externalId}`);
      if (!isHidden(shown as Record<string, unknown>)) throw new Error(`${provider} still shows it.`);
      return `“${preview}” is hidden`;
    });
  }
}

/** One that no rule waits to answer. */
function anyComment(client: Client, accountId: string) {
  return until('there is a comment to hide', async () => {
    const query = { accountId, kind: 'comment' as const, limit: 100 };
    const { items } = await client.call(ListInteractions, { query });
    return items.findLast(({ status }) => status === 'new' || status === 'manual' || status === 'closed');
  });
}
