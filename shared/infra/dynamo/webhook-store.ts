import { isAppError } from '../../core/kernel/errors.ts';
import type { WebhookStore } from '../../core/webhooks/ports.ts';
import { Webhook } from '../../core/webhooks/webhook.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import { changedMeanwhile } from './template-store.ts';

const Prefix = 'WEBHOOK#';
const keyOf = (webhookId: string): Key => ({ partition: '', sort: `${Prefix}${webhookId}` });

export function webhookStore(table: Table): WebhookStore {
  return {
    async create(context, webhook) {
      const condition = { absent: 'pk' } as const;
      const item = { type: 'Webhook', ...webhook };
      await table.tenant(context).put(keyOf(webhook.webhookId), item, { condition });
    },

    async find(context, webhookId) {
      const item = await table.tenant(context).get(keyOf(webhookId));
      return item && Webhook.parse(item);
    },

    async list(context) {
      const items = await Array.fromAsync(table.tenant(context).all({ partition: '', sortPrefix: Prefix }));
      return items.map((item) => Webhook.parse(item));
    },

    async save(context, webhook) {
      const condition = { equals: ['version', webhook.version - 1] } as const;
      const item = { type: 'Webhook', ...webhook };
      try {
        await table.tenant(context).put(keyOf(webhook.webhookId), item, { condition });
      } catch (error) {
        throw changedMeanwhile(error, 'webhook');
      }
    },

    async delete(context, webhookId) {
      await table.tenant(context).delete(keyOf(webhookId));
    },

    async noteHealth(context, { webhookId, failingSince: known, version }, failingSince) {
      // Whoever changed or switched it meanwhile has begun a new count of failures.
      const condition: Condition = {
        all: [{ equals: ['failingSince', known] }, { equals: ['version', version] }],
      };
      await unlessConditionFails(
        table.tenant(context).update(keyOf(webhookId), { set: { failingSince }, condition }),
      );
    },

    async disable(context, webhookId, { reason, at }) {
      return unlessConditionFails(
        table.tenant(context).update(keyOf(webhookId), {
          set: { enabled: false, disabledAt: at, disabledReason: reason, updatedAt: at },
          add: { version: 1 },
          condition: { equals: ['enabled', true] },
        }),
      );
    },
  };
}

/** False when the condition of a write did not hold. */
export async function unlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
    return false;
  }
}
