import { planWake } from '../kernel/due.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import { derivedId, type NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { newDelivery, replayed, type WebhookDelivery } from './delivery.ts';
import type { WakeDeliveries, WebhookDeliveryStore, WebhookStore } from './ports.ts';
import type { Webhook } from './webhook.ts';
import { TestEventType } from './webhook-event.ts';

export interface ReplayDeps {
  webhooks: Pick<WebhookStore, 'find'>;
  deliveries: WebhookDeliveryStore;
  wake: WakeDeliveries;
}

/** So many deliveries are replayed by one call; a second call goes on. */
const MostPerCall = 500;
const WritesAtOnce = 20;

/** Sends a test event to an endpoint, through all that real events go through. */
export async function sendTestEvent(
  deps: ReplayDeps & { newId: NewId },
  context: TenantContext,
  webhookId: string,
  now: Instant,
): Promise<WebhookDelivery> {
  await switchedOn(deps, context, webhookId);
  const eventId = derivedId('evt', deps.newId('test'));
  const event = { type: TestEventType, timestamp: now, data: { webhookId } } as const;
  const delivery = newDelivery({ eventId, event }, webhookId, now);
  await deps.deliveries.create(context, delivery, planWake(now, now).wakeAt);
  await deps.wake([wakeOf(context, delivery)]);
  return delivery;
}

/** Sends a delivery that came to its end once more (AR-19). */
export async function replayDelivery(
  deps: ReplayDeps,
  context: TenantContext,
  { webhookId, deliveryId, now }: { webhookId: string; deliveryId: string; now: Instant },
): Promise<WebhookDelivery> {
  const delivery = await deps.deliveries.find(context, webhookId, deliveryId);
  if (!delivery) throw notFound('The delivery');
  await switchedOn(deps, context, webhookId);
  const again = replayed(delivery, now);
  const isWaiting = delivery.status === 'waiting';
  if (isWaiting || !(await deps.deliveries.save(context, again, planWake(now, now).wakeAt))) {
    throw new AppError('conflict', 'delivery_waiting', 'This delivery is on its way already.');
  }
  await deps.wake([wakeOf(context, again)]);
  return again;
}

/** Sends everything again that failed of the events since an instant; `isComplete` is false when more is left. */
export async function replayFailed(
  deps: ReplayDeps,
  context: TenantContext,
  { webhookId, since, now }: { webhookId: string; since: Instant; now: Instant },
): Promise<{ replayed: number; isComplete: boolean }> {
  await switchedOn(deps, context, webhookId);
  const failed: WebhookDelivery[] = [];
  for await (const delivery of deps.deliveries.failedSince(context, webhookId, since)) {
    if (failed.length === MostPerCall) {
      return { replayed: await replayAll(deps, context, failed, now), isComplete: false };
    }
    failed.push(delivery);
  }
  return { replayed: await replayAll(deps, context, failed, now), isComplete: true };
}

async function replayAll(
  deps: ReplayDeps,
  context: TenantContext,
  failed: readonly WebhookDelivery[],
  now: Instant,
): Promise<number> {
  let count = 0;
  for (let start = 0; start < failed.length; start += WritesAtOnce) {
    const batch = failed.slice(start, start + WritesAtOnce).map(async (delivery) => {
      const again = replayed(delivery, now);
      return (await deps.deliveries.save(context, again, planWake(now, now).wakeAt)) ? [again] : [];
    });
    const saved = (await Promise.all(batch)).flat();
    if (saved.length > 0) await deps.wake(saved.map((delivery) => wakeOf(context, delivery)));
    count += saved.length;
  }
  return count;
}

/** An endpoint that can be sent to. @throws not-found, conflict `webhook_disabled` */
async function switchedOn(
  deps: Pick<ReplayDeps, 'webhooks'>,
  context: TenantContext,
  webhookId: string,
): Promise<Webhook> {
  const webhook = await deps.webhooks.find(context, webhookId);
  if (!webhook) throw notFound('The webhook');
  if (!webhook.enabled) {
    throw new AppError('conflict', 'webhook_disabled', 'The webhook is switched off. Switch it on first.');
  }
  return webhook;
}

export function wakeOf({ organizationId }: { organizationId: string }, delivery: WebhookDelivery) {
  const { webhookId, deliveryId } = delivery;
  return { organizationId, webhookId, deliveryId, delaySeconds: 0 };
}
