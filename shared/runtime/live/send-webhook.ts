import { webhookSender } from '../../infra/webhooks/send-webhook.ts';
import { outside } from './outside.ts';

export const sendWebhook = webhookSender({ outside, nowMilliseconds: Date.now });
