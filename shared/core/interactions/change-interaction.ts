import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock } from '../kernel/time.ts';
import type { Interaction } from './interaction.ts';
import type { InteractionStore, InteractionWrite } from './ports.ts';

export interface ChangeDeps {
  interactions: InteractionStore;
  clock: Clock;
}

const MostTries = 10;

/**
 * Changes an interaction by a decision on its freshly read state: when somebody else was faster,
 * the decision is made anew on what they left. `undefined` means that there is nothing to change.
 */
export async function changeInteraction(
  deps: ChangeDeps,
  context: TenantContext,
  interactionId: string,
  decide: (current: Interaction) => InteractionWrite | undefined | Promise<InteractionWrite | undefined>,
): Promise<Interaction | undefined> {
  for (let attempt = 0; attempt < MostTries; attempt += 1) {
    const current = await deps.interactions.find(context, interactionId);
    const write = current && (await decide(current));
    if (!current || !write) return undefined;
    const interaction = { ...write.interaction, version: current.version + 1, updatedAt: deps.clock.now() };
    if (await deps.interactions.save(context, { ...write, interaction })) return interaction;
  }
  throw new AppError(
    'unavailable',
    'interaction_busy',
    'Many changes are made to this interaction at once. Try again.',
  );
}
