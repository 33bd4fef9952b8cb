import * as z from 'zod';
import type { PlatformAssetDirectory } from '../../core/accounts/ports.ts';
import type { Provider } from '../../core/accounts/social-account.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const StoredAsset = z.object({ organizationId: z.string(), accountId: z.string() });

const assetKey = (provider: Provider, externalId: string): Key => ({
  partition: `ASSET#${provider}#${externalId}`,
  sort: 'OWNER',
});

/** Global: a webhook names a page and no tenant. Tells whose page it is and nothing else. */
export function platformAssetStore(table: Table): PlatformAssetDirectory {
  return {
    async ownerOf(provider, externalId) {
      const item = await table.global.get(assetKey(provider, externalId), { consistent: false });
      return item && StoredAsset.parse(item);
    },
    async claim(provider, externalId, owner) {
      const condition = {
        any: [{ absent: 'pk' }, { equals: ['organizationId', owner.organizationId] }],
      } as const;
      return unlessHeld(() =>
        table.global.put(assetKey(provider, externalId), { type: 'PlatformAsset', ...owner }, { condition }),
      );
    },
    async release(provider, externalId, owner) {
      const condition = { equals: ['organizationId', owner.organizationId] } as const;
      await unlessHeld(() => table.global.delete(assetKey(provider, externalId), { condition }));
    },
  };
}

async function unlessHeld(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isAppError(error, 'condition_failed')) return false;
    throw error;
  }
}
