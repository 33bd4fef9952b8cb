import type { ChooseAccountsDeps } from '../../../shared/core/accounts/choose-accounts.ts';
import type { DisconnectAccountDeps } from '../../../shared/core/accounts/disconnect-account.ts';
import type { FinishAuthorizationDeps } from '../../../shared/core/accounts/finish-authorization.ts';
import type { StartConnectionDeps } from '../../../shared/core/accounts/start-connection.ts';
import { requireEnvironment } from '../../../shared/runtime/env.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { newId, randomSecret } from '../../../shared/runtime/live/clock.ts';
import { connections, pendingAuthorizations } from '../../../shared/runtime/live/connections.ts';
import { pictureAddress } from '../../../shared/runtime/live/outside.ts';
import { persons } from '../../../shared/runtime/live/persons.ts';
import { platformAssets } from '../../../shared/runtime/live/platform-assets.ts';
import { platforms } from '../../../shared/runtime/live/platforms.ts';
import { requestSync } from '../../../shared/runtime/live/request-sync.ts';
import { tokenVault } from '../../../shared/runtime/live/token-vault.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import type { PictureDeps } from './account-view.ts';
import { chooseAccounts } from './choose-accounts.ts';
import { disconnectAccount } from './disconnect-account.ts';
import { finishAuthorization } from './finish-authorization.ts';
import { getAccount } from './get-account.ts';
import { getConnection } from './get-connection.ts';
import { listAccounts } from './list-accounts.ts';
import { listProviders } from './list-providers.ts';
import { startConnection } from './start-connection.ts';
import { syncAccount } from './sync-account.ts';
import { updateAccount } from './update-account.ts';

type Deps = StartConnectionDeps &
  FinishAuthorizationDeps &
  ChooseAccountsDeps &
  DisconnectAccountDeps &
  PictureDeps;

export const createAccountsHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource(
    [
      listProviders(deps),
      startConnection(deps),
      finishAuthorization(deps),
      getConnection(deps),
      chooseAccounts(deps),
      listAccounts(deps),
      getAccount(deps),
      updateAccount(deps),
      disconnectAccount(deps),
      syncAccount(deps),
    ],
    options,
  );

export const handler = createAccountsHandler({
  platforms,
  connections,
  pending: pendingAuthorizations,
  accounts,
  assets: platformAssets,
  persons,
  vault: tokenVault,
  requestSync,
  newId,
  newSecret: randomSecret,
  pictureAddress,
  publicUrl: requireEnvironment('PUBLIC_URL'),
});
