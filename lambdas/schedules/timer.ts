import type { ReplyMessage, ReportMessage, WebhookMessage } from '../../shared/contract/queues.ts';
import { SchedulePayload } from '../../shared/contract/schedules.ts';
import { wakeFeeds } from '../../shared/core/coverage/start-crawl.ts';
import { wakeDueItems } from '../../shared/core/kernel/wake-due-items.ts';
import { parseDeliveryRef } from '../../shared/core/webhooks/delivery.ts';
import { job } from '../../shared/runtime/job.ts';
import { dueItems } from '../../shared/runtime/live/due-items.ts';
import { feeds } from '../../shared/runtime/live/feeds.ts';
import { sendTo } from '../../shared/runtime/live/queues.ts';
import { sendFeedBatches } from '../../shared/runtime/live/send-feed-batches.ts';

/**
 * The one timer (once a minute): wakes replies whose wait is longer than a queue can carry, feeds that are new or were
 * put off by a failure, deliveries that are tried again, heals lost messages, and sends reports whose own alarm did not ring.
 */
export const handler = job(SchedulePayload, async (_payload, { now }) => ({
  replies: await wakeDueItems<ReplyMessage>(
    { dueItems, send: (messages) => sendTo('replies', messages) },
    'reply',
    ({ organizationId, id }) => ({ organizationId, interactionId: id }),
    now,
  ),
  reports: await wakeDueItems<ReportMessage>(
    { dueItems, send: (messages) => sendTo('reports', messages) },
    'report',
    ({ organizationId, id }) => ({ organizationId, scheduleId: id, scheduledAt: now }),
    now,
  ),
  webhooks: await wakeDueItems<WebhookMessage>(
    { dueItems, send: (messages) => sendTo('webhooks', messages) },
    'webhook',
    ({ organizationId, id }) => ({ organizationId, ...parseDeliveryRef(id) }),
    now,
  ),
  feeds: await wakeFeeds({ feeds, send: sendFeedBatches }, now),
}));
