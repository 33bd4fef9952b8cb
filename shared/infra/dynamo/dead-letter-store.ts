import { DeadLetterDaysKept, type DeadLetterStore } from '../../core/interactions/dead-letter.ts';
import { systemContext } from '../../core/kernel/tenant-context.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Table } from './table.ts';

const TenantPartition = 'DEAD';
/** For messages that do not say whose they are; only operators look there. */
const GlobalPartition = 'DEAD-LETTERS';

export function deadLetterStore(table: Table): DeadLetterStore {
  return {
    async save(letter) {
      const { organizationId, sentAt, messageId } = letter;
      const items = organizationId === null ? table.global : table.tenant(systemContext(organizationId));
      const partition = organizationId === null ? GlobalPartition : TenantPartition;
      const expiresAt = addMilliseconds(sentAt, DeadLetterDaysKept * MillisecondsPerDay);
      const item = { type: 'DeadLetter', ...letter };
      await items.put({ partition, sort: `${sentAt}#${messageId}` }, item, { expiresAt });
    },
  };
}
