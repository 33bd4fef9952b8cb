import { SchedulePayload } from '../../shared/contract/schedules.ts';
import { fanOutSyncs } from '../../shared/core/accounts/fan-out-syncs.ts';
import { job } from '../../shared/runtime/job.ts';
import { dueItems } from '../../shared/runtime/live/due-items.ts';
import { sendTo } from '../../shared/runtime/live/queues.ts';

/** Every 15 minutes: one message per account that comes due until the next time. */
export const handler = job(SchedulePayload, async (_payload, { now }) => ({
  accounts: await fanOutSyncs({ dueItems, send: (messages) => sendTo('sync', messages) }, now),
}));
