import { fileActivity } from '../../shared/core/activity/file-activity.ts';
import { keptSubscriptions, recordDeliveries } from '../../shared/core/webhooks/record-deliveries.ts';
import { changeConsumer } from '../../shared/runtime/changes.ts';
import { activity } from '../../shared/runtime/live/activity.ts';
import { wakeDeliveries } from '../../shared/runtime/live/wake-deliveries.ts';
import { webhookDeliveries, webhooks } from '../../shared/runtime/live/webhooks.ts';

const subscriptions = keptSubscriptions(webhooks);
const deliver = { subscriptions, deliveries: webhookDeliveries, wake: wakeDeliveries };

/** Follows the table's stream closely: what changed is told to clients and webhooks (design §6). */
export const handler = changeConsumer(async (changes, now) => {
  await fileActivity({ activity }, changes, now);
  await recordDeliveries(deliver, changes, now);
});
