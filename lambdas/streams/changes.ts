import { recordChanges } from '../../shared/core/activity/record-changes.ts';
import { keptSubscriptions, recordDeliveries } from '../../shared/core/webhooks/record-deliveries.ts';
import { changeConsumer } from '../../shared/runtime/changes.ts';
import { activity } from '../../shared/runtime/live/activity.ts';
import { rollups } from '../../shared/runtime/live/rollups.ts';
import { wakeDeliveries } from '../../shared/runtime/live/wake-deliveries.ts';
import { webhookDeliveries, webhooks } from '../../shared/runtime/live/webhooks.ts';

const subscriptions = keptSubscriptions(webhooks);
const deliver = { subscriptions, deliveries: webhookDeliveries, wake: wakeDeliveries };

/** The one consumer of the table's stream: what changed is told to clients and webhooks, and counted (design §6). */
export const handler = changeConsumer(async (changes, now) => {
  await recordChanges({ activity, rollups }, changes, now);
  await recordDeliveries(deliver, changes, now);
});
