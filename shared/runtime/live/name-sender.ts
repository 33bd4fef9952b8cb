import type { CapturedInteraction } from '../../core/interactions/captured-interaction.ts';
import { sendTo } from './queues.ts';

/** Hands a message to the worker that may ask the platform who wrote it. */
export const nameSender = (organizationId: string, unnamed: CapturedInteraction): Promise<void> =>
  sendTo('sync', [{ body: { organizationId, accountId: unnamed.accountId, unnamed } }]);
