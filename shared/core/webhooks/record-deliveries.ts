import type { Change } from '../activity/change.ts';
import { planWake } from '../kernel/due.ts';
import { systemContext, type TenantContext } from '../kernel/tenant-context.ts';
import { epochMilliseconds, type Instant, MillisecondsPerSecond } from '../kernel/time.ts';
import { newDelivery, type WebhookDelivery } from './delivery.ts';
import { type PublishedEvent, webhookEventsOf } from './events-of-change.ts';
import type { WakeDeliveries, WebhookDeliveryStore, WebhookStore } from './ports.ts';
import { wakeOf } from './replay-deliveries.ts';
import type { Webhook } from './webhook.ts';

/** Where an organization wants its events sent; endpoints that are off are left out. */
export type Subscriptions = (context: TenantContext, now: Instant) => Promise<readonly Webhook[]>;

interface Deps {
  subscriptions: Subscriptions;
  deliveries: Pick<WebhookDeliveryStore, 'create'>;
  wake: WakeDeliveries;
}

/** A new endpoint hears of events after this time at the latest; an organization without any costs one read in it. */
const KeptMilliseconds = 15 * MillisecondsPerSecond;
const MostKept = 1_000;
const WritesAtOnce = 20;

/** Reads the endpoints of an organization at most once in fifteen seconds. */
export function keptSubscriptions(webhooks: Pick<WebhookStore, 'list'>): Subscriptions {
  const kept = new Map<string, { until: number; webhooks: readonly Webhook[] }>();
  return async (context, now) => {
    const nowMilliseconds = epochMilliseconds(now);
    const known = kept.get(context.organizationId);
    if (known && known.until > nowMilliseconds) return known.webhooks;
    const enabled = (await webhooks.list(context)).filter((webhook) => webhook.enabled);
    if (kept.size >= MostKept) kept.clear();
    kept.set(context.organizationId, { until: nowMilliseconds + KeptMilliseconds, webhooks: enabled });
    return enabled;
  };
}

/**
 * Makes a delivery for every endpoint that an event concerns and has it sent (AR-19). Doing so again changes nothing:
 * the delivery of an event to an endpoint exists once, and decides itself whether it is due.
 */
export async function recordDeliveries(deps: Deps, changes: readonly Change[], now: Instant): Promise<void> {
  const planned = await Promise.all(changes.map((change) => deliveriesOf(deps, change, now)));
  const writes = planned.flat();
  for (let start = 0; start < writes.length; start += WritesAtOnce) {
    const batch = writes.slice(start, start + WritesAtOnce);
    const { wakeAt } = planWake(now, now);
    await Promise.all(
      batch.map(({ context, delivery }) => deps.deliveries.create(context, delivery, wakeAt)),
    );
    await deps.wake(batch.map(({ context, delivery }) => wakeOf(context, delivery)));
  }
}

interface PlannedDelivery {
  context: TenantContext;
  delivery: WebhookDelivery;
}

async function deliveriesOf(deps: Deps, change: Change, now: Instant): Promise<PlannedDelivery[]> {
  const events = webhookEventsOf(change);
  if (events.length === 0) return [];
  const context = systemContext(change.organizationId);
  const webhooks = await deps.subscriptions(context, now);
  return events.flatMap((event) =>
    targetsOf(event, webhooks).map((webhookId) => ({
      context,
      delivery: newDelivery(event, webhookId, now),
    })),
  );
}

/** A rule's endpoint gets its event even when it was switched off since: the delivery then says so, and can be replayed. */
function targetsOf({ event, webhookId }: PublishedEvent, webhooks: readonly Webhook[]): string[] {
  const subscribed = webhooks
    .filter(({ eventTypes }) => eventTypes.some((type) => type === event.type))
    .map((webhook) => webhook.webhookId);
  return [...new Set(webhookId === null ? subscribed : [webhookId, ...subscribed])];
}
