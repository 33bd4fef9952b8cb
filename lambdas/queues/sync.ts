import { SyncMessage } from '../../shared/contract/queues.ts';
import { syncAccount } from '../../shared/core/accounts/sync-account.ts';
import { takeInAnnounced } from '../../shared/core/accounts/take-in-announced.ts';
import { withdrawAccount } from '../../shared/core/accounts/withdraw-account.ts';
import { nameSender } from '../../shared/core/conversations/name-sender.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { accountErasure } from '../../shared/runtime/live/account-erasure.ts';
import { accountInspectors } from '../../shared/runtime/live/account-inspectors.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { capture } from '../../shared/runtime/live/capture.ts';
import { clock, randomSecret } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { conversations } from '../../shared/runtime/live/conversations.ts';
import { dataDeletions } from '../../shared/runtime/live/data-deletions.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { persons } from '../../shared/runtime/live/persons.ts';
import { platformAssets } from '../../shared/runtime/live/platform-assets.ts';
import { announcementReaders, platformReaders } from '../../shared/runtime/live/platform-readers.ts';
import { platformReplies } from '../../shared/runtime/live/platform-replies.ts';
import { readingLedgers } from '../../shared/runtime/live/reading-ledgers.ts';
import { requestSync } from '../../shared/runtime/live/request-sync.ts';
import { requestWithdrawal } from '../../shared/runtime/live/request-withdrawal.ts';
import { syncStates } from '../../shared/runtime/live/sync-states.ts';
import { tokenVault } from '../../shared/runtime/live/token-vault.ts';
import { logger } from '../../shared/runtime/logger.ts';

const live = {
  accounts,
  assets: platformAssets,
  capture,
  clock,
  contents,
  conversations,
  deletions: dataDeletions,
  erasure: accountErasure,
  interactions,
  ledgers: readingLedgers,
  look: platformReplies.look,
  announcementReaders,
  persons,
  readers: platformReaders,
  inspectors: accountInspectors,
  requestSync,
  requestWithdrawal,
  states: syncStates,
  vault: tokenVault,
  newSecret: randomSecret,
};

/** One pass over one account per message, one thing that a webhook told half of, or the end of an account. */
export const handler = consumer(SyncMessage, async (message, { remainingMilliseconds }) => {
  const { organizationId, accountId, announced, unnamed, withdrawal } = message;
  const context = contextOf(message);
  if (announced) {
    const outcome = await takeInAnnounced(live, context, accountId, announced);
    logger.info('Announced interaction read', { organizationId, accountId, outcome });
    return;
  }
  if (unnamed) {
    await nameSender(live, context, unnamed);
    return;
  }
  if (withdrawal) {
    const deps = { ...live, remainingMilliseconds };
    const outcome = await withdrawAccount(deps, context, accountId, withdrawal);
    logger.info('Access to an account withdrawn', { organizationId, accountId, outcome });
    return;
  }
  const outcome = await syncAccount({ ...live, remainingMilliseconds }, context, accountId);
  logger.info('Sync pass ended', { organizationId, accountId, outcome });
});
