import { connectionStore } from '../../infra/dynamo/connection-store.ts';
import { oauthStateStore } from '../../infra/dynamo/oauth-state-store.ts';
import { table } from './table.ts';

export const connections = connectionStore(table);
export const pendingAuthorizations = oauthStateStore(table);
