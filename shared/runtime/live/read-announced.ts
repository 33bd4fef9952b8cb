import type { AssetOwner } from '../../core/accounts/ports.ts';
import type { AnnouncedKey } from '../../core/content/ports.ts';
import { sendTo } from './queues.ts';

/** Asks for what was announced; reading needs the account's token, which webhooks do without. */
export const readAnnounced = (
  { organizationId, accountId }: AssetOwner,
  { externalId, contentExternalId, parentExternalId }: AnnouncedKey,
): Promise<void> =>
  sendTo('sync', [
    { body: { organizationId, accountId, announced: { externalId, contentExternalId, parentExternalId } } },
  ]);
