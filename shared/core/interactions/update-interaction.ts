import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { executionOfReply } from '../replies/execution-record.ts';
import { type ChangeDeps, changeInteraction } from './change-interaction.ts';
import { hasLiveLease, type Interaction } from './interaction.ts';
import type { InteractionWrite } from './ports.ts';

/** What people note about an interaction; none of it changes its status but the status itself (CM-15). */
export interface InteractionMarks {
  isRead?: boolean | undefined;
  assigneeId?: string | null | undefined;
  tags?: string[] | undefined;
  note?: string | undefined;
  status?: 'new' | 'closed' | undefined;
}

export const MostTags = 20;

/** Applies a person's marks; closing drops a waiting automatic reply. @throws precondition when `ifMatch` is old. */
export async function updateInteraction(
  deps: ChangeDeps,
  context: TenantContext,
  {
    interactionId,
    marks,
    tags = (current) => current,
    ifMatch,
  }: {
    interactionId: string;
    marks: InteractionMarks;
    /** What becomes of the tags that it has. */
    tags?: ((current: string[]) => string[]) | undefined;
    ifMatch?: number | undefined;
  },
): Promise<Interaction> {
  const changed = await changeInteraction(deps, context, interactionId, (current) => {
    if (ifMatch !== undefined && ifMatch !== current.version) {
      const message = 'This interaction has changed meanwhile. Reload and try again.';
      throw new AppError('precondition', 'version_mismatch', message);
    }
    const { status, ...others } = marks;
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    const marked: Interaction = { ...current, tags: tags(current.tags).slice(0, MostTags), ...given };
    return status === undefined ? { interaction: marked } : withStatus(marked, status, deps.clock.now());
  });
  if (!changed) throw notFound('The interaction');
  return changed;
}

function withStatus(interaction: Interaction, status: 'new' | 'closed', now: Instant): InteractionWrite {
  if (interaction.status === 'deleted') {
    throw new AppError('conflict', 'interaction_deleted', 'This was deleted on the platform.');
  }
  const waiting = interaction.pendingReply;
  if (hasLiveLease(interaction, now) || waiting?.state === 'uncertain') {
    throw new AppError('conflict', 'reply_in_progress', 'A reply is on its way. Look again in a minute.');
  }
  if (status === 'new') return { interaction: reopened(interaction, now) };
  const cancelled =
    waiting &&
    executionOfReply(interaction, waiting, { outcome: 'cancelled', reason: 'closed_by_person' }, now);
  return {
    interaction: { ...interaction, status: 'closed', pendingReply: null, manualReason: null, closedAt: now },
    executions: cancelled ? [cancelled] : [],
  };
}

/** What was answered stays answered; a waiting reply goes on waiting. */
function reopened(interaction: Interaction, now: Instant): Interaction {
  if (interaction.status === 'reply_scheduled' || interaction.status === 'new') return interaction;
  const status = interaction.reply ? 'replied' : 'new';
  return { ...interaction, status, manualReason: null, closedAt: null, reopenedAt: now };
}
