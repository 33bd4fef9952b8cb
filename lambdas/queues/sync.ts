import { SyncMessage } from '../../shared/contract/queues.ts';
import { syncAccount } from '../../shared/core/accounts/sync-account.ts';
import { takeInAnnounced } from '../../shared/core/accounts/take-in-announced.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { capture } from '../../shared/runtime/live/capture.ts';
import { clock, randomSecret } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { announcementReaders, platformReaders } from '../../shared/runtime/live/platform-readers.ts';
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
  announcementReaders,
  readers: platformReaders,
  requestSync,
  states: syncStates,
  vault: tokenVault,
  newSecret: randomSecret,
};

/** One pass over one account per message, or one interaction that a webhook announced. */
export const handler = consumer(SyncMessage, async (message, { remainingMilliseconds }) => {
  const { organizationId, accountId, announced } = message;
  const context = contextOf(message);
  if (announced) {
    const outcome = await takeInAnnounced(live, context, accountId, announced);
    logger.info('Announced interaction read', { organizationId, accountId, outcome });
    return;
  }
  const outcome = await syncAccount({ ...live, remainingMilliseconds }, context, accountId);
  logger.info('Sync pass ended', { organizationId, accountId, outcome });
});
