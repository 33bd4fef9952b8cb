import type { AssetOwner } from '../../core/accounts/ports.ts';
import type { MentionKey } from '../../core/content/ports.ts';
import { sendTo } from './queues.ts';

/** Asks for what a mention says; reading needs the account's token, which webhooks do without. */
export const readMention = (
  { organizationId, accountId }: AssetOwner,
  { externalId, contentExternalId }: MentionKey,
): Promise<void> =>
  sendTo('sync', [{ body: { organizationId, accountId, mention: { externalId, contentExternalId } } }]);
