import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { MailSuppressions } from '../../core/reports/ports.ts';
import { digestOfAddress } from '../../core/reports/unsubscribe-token.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** A bounce or complaint counts for all tenants, because it harms the one sender that they share. */
const suppressionKey = (addressDigest: string): Key => ({
  partition: `MAIL#${addressDigest}`,
  sort: 'SUPPRESSION',
});

/** Whoever unsubscribes does so from one organization. */
const unsubscriptionKey = (addressDigest: string): Key => ({
  partition: '',
  sort: `UNSUBSCRIBED#${addressDigest}`,
});

export function mailSuppressionStore(table: Table): MailSuppressions {
  return {
    async reasonAgainst(context: TenantContext, email) {
      const digest = digestOfAddress(email);
      const [suppressed, unsubscribed] = await Promise.all([
        table.global.get(suppressionKey(digest)),
        table.tenant(context).get(unsubscriptionKey(digest)),
      ]);
      if (suppressed) return 'suppressed';
      return unsubscribed ? 'unsubscribed' : undefined;
    },

    async suppress(addressDigest, reason, now) {
      const item = { type: 'MailSuppression', addressDigest, reason, suppressedAt: now };
      await table.global.put(suppressionKey(addressDigest), item);
    },

    async unsubscribe(context, addressDigest, now) {
      const item = { type: 'Unsubscription', addressDigest, unsubscribedAt: now };
      await table.tenant(context).put(unsubscriptionKey(addressDigest), item);
    },
  };
}
