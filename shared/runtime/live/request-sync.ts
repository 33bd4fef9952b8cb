import type { RequestSync } from '../../core/accounts/ports.ts';
import { sendTo } from './queues.ts';

export const requestSync: RequestSync = ({ organizationId }, accountId, delaySeconds) =>
  sendTo('sync', [{ body: { organizationId, accountId }, delaySeconds }]);
