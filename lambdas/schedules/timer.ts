import type { ReplyMessage } from '../../shared/contract/queues.ts';
import { SchedulePayload } from '../../shared/contract/schedules.ts';
import { wakeDueItems } from '../../shared/core/kernel/wake-due-items.ts';
import { job } from '../../shared/runtime/job.ts';
import { dueItems } from '../../shared/runtime/live/due-items.ts';
import { sendTo } from '../../shared/runtime/live/queues.ts';

/** The one timer (once a minute): wakes replies whose wait is longer than a queue can carry, and heals lost messages. */
export const handler = job(SchedulePayload, async (_payload, { now }) => ({
  replies: await wakeDueItems<ReplyMessage>(
    { dueItems, send: (messages) => sendTo('replies', messages) },
    'reply',
    ({ organizationId, id }) => ({ organizationId, interactionId: id }),
    now,
  ),
}));
