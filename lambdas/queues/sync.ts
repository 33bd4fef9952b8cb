import { SyncMessage } from '../../shared/contract/queues.ts';
import { syncAccount } from '../../shared/core/accounts/sync-account.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { capture } from '../../shared/runtime/live/capture.ts';
import { clock, randomSecret } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { platformReaders } from '../../shared/runtime/live/platform-readers.ts';
import { requestSync } from '../../shared/runtime/live/request-sync.ts';
import { syncStates } from '../../shared/runtime/live/sync-states.ts';
import { tokenVault } from '../../shared/runtime/live/token-vault.ts';
import { logger } from '../../shared/runtime/logger.ts';

const live = {
  accounts,
  capture,
  clock,
  contents,
  interactions,
  readers: platformReaders,
  requestSync,
  states: syncStates,
  vault: tokenVault,
  newSecret: randomSecret,
};

/** One pass over one account per message. */
export const handler = consumer(SyncMessage, async (message, { remainingMilliseconds }) => {
  const { organizationId, accountId } = message;
  const outcome = await syncAccount({ ...live, remainingMilliseconds }, contextOf(message), accountId);
  logger.info('Sync pass ended', { organizationId, accountId, outcome });
});
