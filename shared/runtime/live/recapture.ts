import { CapturedInteraction } from '../../core/interactions/captured-interaction.ts';
import type { Interaction } from '../../core/interactions/interaction.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import { clock } from './clock.ts';
import { sendTo } from './queues.ts';

/** Hands a text that a look found changed to intake, as if the platform had reported the edit. */
export function recapture(
  { organizationId }: TenantContext,
  interaction: Interaction,
  text: string,
): Promise<void> {
  const seen = CapturedInteraction.parse({ ...interaction, text, capturedAt: clock.now() });
  return sendTo('intake', [{ body: { kind: 'seen', organizationId, interaction: seen } }]);
}
