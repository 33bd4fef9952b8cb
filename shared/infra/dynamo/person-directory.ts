import * as z from 'zod';
import type { PersonDirectory, PlatformPerson } from '../../core/accounts/authorizing-person.ts';
import type { AssetOwner } from '../../core/accounts/ports.ts';
import { sha256 } from '../../core/kernel/digest.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const StoredOwner = z.object({ organizationId: z.string(), accountId: z.string() });

const partitionOf = ({ family, personId }: PlatformPerson): string => `PERSON#${family}#${sha256(personId)}`;

const entryKey = (person: PlatformPerson, { organizationId, accountId }: AssetOwner): Key => ({
  partition: partitionOf(person),
  sort: `ACCOUNT#${organizationId}#${accountId}`,
});

/** Global: a platform names a person and no tenant. Tells which accounts came with their agreement, nothing else. */
export function personDirectory(table: Table): PersonDirectory {
  return {
    async note(person, owner) {
      await table.global.put(entryKey(person, owner), { type: 'AuthorizingPerson', ...owner });
    },
    async accountsOf(person) {
      const items = table.global.all({ partition: partitionOf(person), consistent: true });
      return (await Array.fromAsync(items)).map((item) => StoredOwner.parse(item));
    },
    async forget(person, owner) {
      await table.global.delete(entryKey(person, owner));
    },
  };
}
