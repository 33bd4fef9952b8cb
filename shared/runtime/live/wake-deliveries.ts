import type { WakeDeliveries } from '../../core/webhooks/ports.ts';
import { sendTo } from './queues.ts';

export const wakeDeliveries: WakeDeliveries = (wakes) =>
  sendTo(
    'webhooks',
    wakes.map(({ delaySeconds, ...body }) => ({ body, delaySeconds })),
  );
