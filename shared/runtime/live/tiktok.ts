import { httpClient } from '../../infra/http/http-client.ts';
import { TiktokClient } from '../../infra/tiktok/tiktok-client.ts';
import { outside } from './outside.ts';

export const tiktok = new TiktokClient({ http: httpClient({ outside }) });
