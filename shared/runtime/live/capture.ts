import type { Capture } from '../../core/accounts/receive-events.ts';
import { sendTo } from './queues.ts';

/** Hands what was seen on a platform to intake. */
export const capture = (captures: readonly Capture[]): Promise<void> =>
  sendTo(
    'intake',
    captures.map((body) => ({ body })),
  );
