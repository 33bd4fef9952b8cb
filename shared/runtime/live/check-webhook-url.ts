import { webhookUrlChecker } from '../../infra/webhooks/check-webhook-url.ts';
import { outside } from './outside.ts';

export const checkWebhookUrl = webhookUrlChecker({ outside });
