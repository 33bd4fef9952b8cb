import * as z from 'zod';
import { isAppError, notFound } from '../../core/kernel/errors.ts';
import { ApiToken } from '../../core/organizations/api-token.ts';
import type { ApiTokenDirectory, ApiTokenStore } from '../../core/organizations/ports.ts';
import type { Key } from './keys.ts';
import { tenantPartition } from './keys.ts';
import type { Table } from './table.ts';

const tokenKey = (tokenId: string): Key => ({ partition: '', sort: `API-TOKEN#${tokenId}` });
const directoryKey = (digest: string): Key => ({ partition: `API-TOKEN#${digest}`, sort: 'ENTRY' });

const Stored = ApiToken.extend({ digest: z.string() });
const DirectoryEntry = z.object({ organizationId: z.string(), token: ApiToken });

export function apiTokenStore(table: Table): ApiTokenStore {
  return {
    async create(context, token, digest) {
      const { organizationId } = context;
      const own = { ...tokenKey(token.tokenId), partition: tenantPartition(organizationId, '') };
      const expiresAt = token.expiresAt ?? undefined;
      await table.global.transact([
        { put: { key: own, item: { type: 'ApiToken', ...token, digest }, expiresAt } },
        {
          put: {
            key: directoryKey(digest),
            item: { type: 'ApiTokenEntry', organizationId, token },
            expiresAt,
          },
        },
      ]);
    },

    async list(context) {
      const items = await Array.fromAsync(
        table.tenant(context).all({ partition: '', sortPrefix: 'API-TOKEN#' }),
      );
      return items.map((item) => ApiToken.parse(item));
    },

    async revoke(context, tokenId) {
      const item = await table.tenant(context).get(tokenKey(tokenId));
      if (!item) throw notFound('The API token');
      const own = { ...tokenKey(tokenId), partition: tenantPartition(context.organizationId, '') };
      try {
        await table.global.transact([
          { delete: { key: directoryKey(Stored.parse(item).digest) } },
          { delete: { key: own, condition: { present: 'pk' } } },
        ]);
      } catch (error) {
        if (!isAppError(error, 'transaction_condition_failed')) throw error;
        throw notFound('The API token');
      }
    },
  };
}

export function apiTokenDirectory(table: Table): ApiTokenDirectory {
  return {
    async find(digest, now) {
      const item = await table.global.get(directoryKey(digest));
      if (!item) return undefined;
      const entry = DirectoryEntry.parse(item);
      const { expiresAt } = entry.token;
      return expiresAt !== null && expiresAt <= now ? undefined : entry;
    },
  };
}
