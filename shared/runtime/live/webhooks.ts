import { webhookDeliveryStore } from '../../infra/dynamo/webhook-delivery-store.ts';
import { webhookStore } from '../../infra/dynamo/webhook-store.ts';
import { table } from './table.ts';

export const webhooks = webhookStore(table);
export const webhookDeliveries = webhookDeliveryStore(table);
