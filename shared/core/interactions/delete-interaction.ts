import type { PlatformModeration } from '../accounts/platform-interactions.ts';
import { isProviderError } from '../accounts/provider-error.ts';
import type { AccountReader } from '../automation/load-settings.ts';
import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { deletedMeanwhile } from '../replies/transitions.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import { hasLiveLease, type Interaction } from './interaction.ts';
import { moderated } from './moderated-interaction.ts';

export interface DeleteDeps extends ChangeDeps {
  accounts: Pick<AccountReader, 'find'>;
  moderation: Pick<PlatformModeration, 'remove'>;
}

/**
 * Deletes an interaction on its platform for good; what it says stays here for the record. Some platforms let an
 * account delete what it wrote itself, and nothing else (CM-20).
 */
export async function deleteInteraction(
  deps: DeleteDeps,
  context: TenantContext,
  interactionId: string,
): Promise<Interaction> {
  const { interaction, account } = await moderated(
    deps,
    context,
    interactionId,
    ({ deleteOthers }, { isFromOwner, kind }) =>
      deleteOthers || (isFromOwner && (kind === 'comment' || kind === 'reply')),
  );
  if (interaction.status === 'deleted') return interaction;
  if (hasLiveLease(interaction, deps.clock.now())) {
    const message = 'A reply is being posted right now. Look again in a minute.';
    throw new AppError('conflict', 'reply_in_progress', message);
  }
  try {
    await deps.moderation.remove(context, account, interaction);
  } catch (error) {
    if (!isProviderError(error, 'gone')) throw error;
  }
  const deleted = await changeInteraction(deps, context, interactionId, (current) => {
    const now = deps.clock.now();
    if (current.status === 'deleted') return undefined;
    if (current.pendingReply) return deletedMeanwhile(current, current.pendingReply, now);
    return { interaction: { ...current, status: 'deleted', removedAt: now, closedAt: now } };
  });
  return deleted ?? interaction;
}
