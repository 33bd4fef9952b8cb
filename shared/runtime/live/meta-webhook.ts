import { metaWebhook as createReader } from '../../infra/meta/meta-webhook.ts';
import { metaApp } from './meta-app.ts';

export const metaWebhook = createReader(metaApp);
