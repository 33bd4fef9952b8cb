import { GetConnection } from '../../../shared/contract/api/accounts.ts';
import { requireConnection } from '../../../shared/core/accounts/choose-accounts.ts';
import type { ConnectionStore } from '../../../shared/core/accounts/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import type { PictureDeps } from './account-view.ts';
import { connectionView } from './connection-view.ts';

export const getConnection = (deps: PictureDeps & { connections: ConnectionStore }) =>
  route(GetConnection, async ({ context, params, now }) =>
    connectionView(deps, await requireConnection(deps.connections, context, params.connectionId, now)),
  );
