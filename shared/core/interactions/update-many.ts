import { type AppError, isAppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type HideDeps, hideInteraction } from './hide-interaction.ts';
import { type InteractionMarks, updateInteraction } from './update-interaction.ts';

/** Marks that are set on each, tags that each gets or loses, and whether each is hidden on its platform. */
export interface BulkChange extends Omit<InteractionMarks, 'tags' | 'note'> {
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
  hidden?: boolean | undefined;
}

export type BulkOutcome =
  | { interactionId: string; outcome: 'changed' }
  | { interactionId: string; outcome: 'failed'; code: string; detail: string };

/** So many at once are enough for a platform, and for the table. */
const AtOnce = 8;

/** Changes interactions each for itself: what cannot be done with one is said of it and stops no other (CM-15). */
export async function updateMany(
  deps: HideDeps,
  context: TenantContext,
  interactionIds: readonly string[],
  change: BulkChange,
): Promise<BulkOutcome[]> {
  const waiting = [...new Set(interactionIds)].entries().toArray();
  const outcomes: BulkOutcome[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, interactionId] = next;
      outcomes[index] = await outcomeOf(interactionId, () => changeOne(deps, context, interactionId, change));
    }
  };
  await Promise.all(Array.from({ length: AtOnce }, work));
  return outcomes;
}

async function changeOne(
  deps: HideDeps,
  context: TenantContext,
  interactionId: string,
  { hidden, addTags = [], removeTags = [], ...marks }: BulkChange,
): Promise<void> {
  if (hidden !== undefined) await hideInteraction(deps, context, interactionId, hidden);
  const tags = (current: readonly string[]) =>
    [...new Set([...current, ...addTags])].filter((tag) => !removeTags.includes(tag));
  const hasMarks = Object.values(marks).some((mark) => mark !== undefined);
  if (hasMarks || addTags.length > 0 || removeTags.length > 0) {
    await updateInteraction(deps, context, { interactionId, marks, tags });
  }
}

async function outcomeOf(interactionId: string, change: () => Promise<void>): Promise<BulkOutcome> {
  try {
    await change();
    return { interactionId, outcome: 'changed' };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { code, message }: AppError = error;
    return { interactionId, outcome: 'failed', code, detail: message };
  }
}
