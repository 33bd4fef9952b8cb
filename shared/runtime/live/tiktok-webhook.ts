import { tiktokWebhook as createReader } from '../../infra/tiktok/tiktok-webhook.ts';
import { tiktokApp } from './tiktok-app.ts';

export const tiktokWebhook = createReader(tiktokApp);
