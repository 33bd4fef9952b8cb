import { capabilitiesFor } from '../accounts/capabilities.ts';
import type { PlatformModeration } from '../accounts/platform-interactions.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import type { Interaction } from './interaction.ts';

export interface HideDeps extends ChangeDeps {
  accounts: Pick<AccountReader, 'find'>;
  moderation: Pick<PlatformModeration, 'setHidden'>;
}

/** Hides an interaction on its platform, or shows it again, where the platform can do that (CM-20). */
export async function hideInteraction(
  deps: HideDeps,
  context: TenantContext,
  interactionId: string,
  isHidden: boolean,
): Promise<Interaction> {
  const interaction = await deps.interactions.find(context, interactionId);
  if (!interaction) throw notFound('The interaction');
  const account = await deps.accounts.find(context, interaction.accountId);
  if (account?.status !== 'active') {
    throw new AppError('conflict', 'account_not_connected', 'Connect the account again first.');
  }
  if (!capabilitiesFor(interaction).hide) {
    throw new AppError('conflict', 'not_possible_here', 'This platform cannot hide it.');
  }
  await deps.moderation.setHidden(context, account, interaction, isHidden);
  const hidden = await changeInteraction(deps, context, interactionId, (current) => ({
    interaction: { ...current, isHidden },
  }));
  return hidden ?? interaction;
}
