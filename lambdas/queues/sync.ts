import { SyncMessage } from '../../shared/contract/queues.ts';
import { syncAccount } from '../../shared/core/accounts/sync-account.ts';
import { takeInMention } from '../../shared/core/accounts/take-in-mention.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { capture } from '../../shared/runtime/live/capture.ts';
import { clock, randomSecret } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { mentionReaders, platformReaders } from '../../shared/runtime/live/platform-readers.ts';
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
  mentionReaders,
  readers: platformReaders,
  requestSync,
  states: syncStates,
  vault: tokenVault,
  newSecret: randomSecret,
};

/** One pass over one account per message, or one mention that a webhook announced. */
export const handler = consumer(SyncMessage, async (message, { remainingMilliseconds }) => {
  const { organizationId, accountId, mention } = message;
  const context = contextOf(message);
  if (mention) {
    const outcome = await takeInMention(live, context, accountId, mention);
    logger.info('Mention read', { organizationId, accountId, outcome });
    return;
  }
  const outcome = await syncAccount({ ...live, remainingMilliseconds }, context, accountId);
  logger.info('Sync pass ended', { organizationId, accountId, outcome });
});
