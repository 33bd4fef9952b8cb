import type { PlatformModeration } from '../accounts/platform-interactions.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import type { Interaction } from './interaction.ts';
import { moderated } from './moderated-interaction.ts';

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
  const { interaction, account } = await moderated(deps, context, interactionId, ({ hide }) => hide);
  await deps.moderation.setHidden(context, account, interaction, isHidden);
  const hidden = await changeInteraction(deps, context, interactionId, (current) => ({
    interaction: { ...current, isHidden },
  }));
  return hidden ?? interaction;
}
