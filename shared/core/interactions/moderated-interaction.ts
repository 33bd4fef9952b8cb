import { type Capabilities, capabilitiesFor } from '../accounts/capabilities.ts';
import type { SocialAccount } from '../accounts/social-account.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Interaction } from './interaction.ts';
import type { InteractionStore } from './ports.ts';

interface Deps {
  interactions: Pick<InteractionStore, 'find'>;
  accounts: Pick<AccountReader, 'find'>;
}

/** An interaction that something is to be done with on its platform. */
export interface Moderated {
  interaction: Interaction;
  account: SocialAccount;
}

/**
 * Finds an interaction and its account, if the platform can do to it what is wanted (CM-20).
 * @throws not-found; conflict `account_not_connected` or `not_possible_here`
 */
export async function moderated(
  { interactions, accounts }: Deps,
  context: TenantContext,
  interactionId: string,
  isPossible: (capabilities: Capabilities, interaction: Interaction) => boolean,
): Promise<Moderated> {
  const interaction = await interactions.find(context, interactionId);
  if (!interaction) throw notFound('The interaction');
  const account = await accounts.find(context, interaction.accountId);
  if (account?.status !== 'active') {
    throw new AppError('conflict', 'account_not_connected', 'Connect the account again first.');
  }
  if (!isPossible(capabilitiesFor(interaction), interaction)) {
    throw new AppError('conflict', 'not_possible_here', 'This platform cannot do that with it.');
  }
  return { interaction, account };
}
