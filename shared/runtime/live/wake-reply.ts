import type { WakeReply } from '../../core/replies/ports.ts';
import { sendTo } from './queues.ts';

export const wakeReply: WakeReply = ({ organizationId }, interactionId, delaySeconds) =>
  sendTo('replies', [{ body: { organizationId, interactionId }, delaySeconds }]);
