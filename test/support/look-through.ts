import type { InteractionClient } from '../../shared/core/accounts/platform-interactions.ts';
import type { TokenVault } from '../../shared/core/accounts/ports.ts';
import type { PlatformReplies } from '../../shared/core/replies/platform.ts';

/** Looks at an interaction through a real client, with the token that is kept for its account. */
export function lookThrough(
  client: Pick<InteractionClient, 'look'>,
  vault: Pick<TokenVault, 'open'>,
): PlatformReplies['look'] {
  return async (context, account, target) =>
    client.look(account, target, await vault.open(context, account.accountId));
}
