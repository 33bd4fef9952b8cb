import type { PlatformModeration } from '../accounts/platform-interactions.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import type { Interaction } from './interaction.ts';
import { moderated } from './moderated-interaction.ts';

export interface LikeDeps extends ChangeDeps {
  accounts: Pick<AccountReader, 'find'>;
  moderation: Pick<PlatformModeration, 'setLiked'>;
}

/** Likes an interaction as the account, or takes the like back, where the platform can do that (CM-20). */
export async function likeInteraction(
  deps: LikeDeps,
  context: TenantContext,
  interactionId: string,
  isLiked: boolean,
): Promise<Interaction> {
  const { interaction, account } = await moderated(deps, context, interactionId, ({ like }) => like);
  await deps.moderation.setLiked(context, account, interaction, isLiked);
  const liked = await changeInteraction(deps, context, interactionId, (current) => {
    const change = Number(isLiked) - Number(current.isLiked ?? false);
    return { interaction: { ...current, isLiked, likeCount: Math.max(0, current.likeCount + change) } };
  });
  return liked ?? interaction;
}
