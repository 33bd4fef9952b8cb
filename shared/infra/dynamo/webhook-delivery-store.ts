import { tenantRef } from '../../core/kernel/due.ts';
import { timeOrderedId } from '../../core/kernel/ids.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import {
  addMilliseconds,
  epochMilliseconds,
  type Instant,
  MillisecondsPerDay,
} from '../../core/kernel/time.ts';
import { DeliveryDaysKept, deliveryRef, WebhookDelivery } from '../../core/webhooks/delivery.ts';
import type { WebhookDeliveryStore } from '../../core/webhooks/ports.ts';
import type { Condition } from './expression.ts';
import type { DueEntry, Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Put } from './table-requests.ts';
import { unlessConditionFails } from './webhook-store.ts';

/** The deliveries of an endpoint lie in a partition of their own; their ids sort by the time of the event. */
const partitionOf = (webhookId: string) => `WEBHOOK#${webhookId}`;
const keyOf = (webhookId: string, deliveryId: string): Key => ({
  partition: partitionOf(webhookId),
  sort: deliveryId,
});

const withStatus = (status: WebhookDelivery['status']): Condition => ({ equals: ['status', status] });

export function webhookDeliveryStore(table: Table): WebhookDeliveryStore {
  const put = (
    context: TenantContext,
    delivery: WebhookDelivery,
    options: Pick<Put, 'condition'> & { wakeAt: Instant | null },
  ) => {
    const { webhookId, deliveryId, createdAt } = delivery;
    const { wakeAt, condition } = options;
    return unlessConditionFails(
      table.tenant(context).put(
        keyOf(webhookId, deliveryId),
        { type: 'WebhookDelivery', ...delivery },
        {
          condition,
          due: wakeAt === null ? undefined : dueEntry(context, delivery, wakeAt),
          expiresAt: addMilliseconds(createdAt, DeliveryDaysKept * MillisecondsPerDay),
        },
      ),
    );
  };

  return {
    create: (context, delivery, wakeAt) => put(context, delivery, { wakeAt, condition: { absent: 'pk' } }),

    save: (context, delivery, wakeAt) =>
      put(context, delivery, { wakeAt, condition: { equals: ['version', delivery.version - 1] } }),

    async find(context, webhookId, deliveryId) {
      const item = await table.tenant(context).get(keyOf(webhookId, deliveryId));
      return item && WebhookDelivery.parse(item);
    },

    async page(context, webhookId, { status }, request) {
      const query = {
        partition: partitionOf(webhookId),
        newestFirst: true,
        filter: status && withStatus(status),
        scope: `webhook deliveries ${webhookId} ${status ?? ''}`,
      };
      const { items, cursor } = await table.tenant(context).page(query, request);
      return { items: items.map((item) => WebhookDelivery.parse(item)), ...(cursor && { cursor }) };
    },

    async *failedSince(context, webhookId, since) {
      const query = {
        partition: partitionOf(webhookId),
        sortBetween: [timeOrderedId('dlv', epochMilliseconds(since), new Uint8Array(10)), 'dlv_~'] as const,
        filter: withStatus('failed'),
        consistent: true,
      };
      for await (const item of table.tenant(context).all(query)) yield WebhookDelivery.parse(item);
    },
  };
}

function dueEntry({ organizationId }: TenantContext, delivery: WebhookDelivery, wakeAt: Instant): DueEntry {
  return { kind: 'webhook', ref: tenantRef(organizationId, deliveryRef(delivery)), wakeAt };
}
