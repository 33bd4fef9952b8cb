import * as z from 'zod';
import type { LinkResolver } from '../../core/coverage/resolve-links.ts';
import { sha256 } from '../../core/kernel/digest.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** Longer than an article stays in a search. */
const KeptDays = 30;
const Row = z.object({ target: z.string().nullable() });
const keyOf = (url: string): Key => ({ partition: `LINK#${sha256(url)}`, sort: 'TARGET' });

/** Where links of aggregators lead: a global store, as they lead everybody to the same place. */
export function linkStore(table: Table): Pick<LinkResolver, 'known' | 'remember'> {
  return {
    async known(url) {
      const item = await table.global.get(keyOf(url));
      return item && Row.parse(item).target;
    },

    async remember(url, target, now) {
      const expiresAt = addMilliseconds(now, KeptDays * MillisecondsPerDay);
      await table.global.put(keyOf(url), { type: 'Link', url, target }, { expiresAt });
    },
  };
}
