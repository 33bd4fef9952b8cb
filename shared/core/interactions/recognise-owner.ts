import type { SocialAccount } from '../accounts/social-account.ts';
import type { Sighting } from './sighting.ts';

/**
 * Knows the account's own comments also where Instagram names it by another id than it was connected with, as some of
 * its webhooks do: nobody else can have its user name (CM-10, CM-13).
 */
export function recogniseOwner(
  sighting: Sighting,
  accounts: ReadonlyMap<string, Pick<SocialAccount, 'provider' | 'name'>>,
): Sighting {
  if (sighting.kind !== 'seen' || sighting.interaction.isFromOwner) return sighting;
  const { accountId, author, provider } = sighting.interaction;
  const account = accounts.get(accountId);
  const isOwn = provider === 'instagram' && author.name !== '' && author.name === account?.name;
  return isOwn ? { ...sighting, interaction: { ...sighting.interaction, isFromOwner: true } } : sighting;
}
