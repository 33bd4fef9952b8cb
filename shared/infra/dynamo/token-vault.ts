import * as z from 'zod';
import type { TokenVault } from '../../core/accounts/ports.ts';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { TokenCipher } from '../kms/token-cipher.ts';
import type { Key } from './keys.ts';
import type { Item, Table } from './table.ts';

const StoredToken = z.object({ sealedToken: z.string() });

const KeptMilliseconds = 5 * 60_000;

export const tokenKey = (accountId: string): Key => ({ partition: '', sort: `TOKEN#${accountId}` });

export function tokenItem(accountId: string, sealedToken: string): Item {
  return { type: 'AccountToken', accountId, sealedToken };
}

interface Options {
  table: Table;
  cipher: TokenCipher;
  nowMilliseconds: () => number;
}

/**
 * Tokens lie in the table encrypted for their account (CM-02). What was decrypted is kept in memory for five minutes
 * under its ciphertext, so that a replaced or deleted token is never used again.
 */
export function tokenVault({ table, cipher, nowMilliseconds }: Options): TokenVault {
  const opened = new Map<string, { token: string; until: number }>();

  async function openOnce(sealedToken: string, context: Record<string, string>): Promise<string> {
    const now = nowMilliseconds();
    for (const [sealed, { until }] of opened) if (until <= now) opened.delete(sealed);
    const kept = opened.get(sealedToken);
    if (kept) return kept.token;
    const token = await cipher.open(sealedToken, context);
    opened.set(sealedToken, { token, until: now + KeptMilliseconds });
    return token;
  }

  return {
    seal: (context, accountId, token) => cipher.seal(token, encryptionContext(context, accountId)),
    unseal: (context, accountId, sealed) => cipher.open(sealed, encryptionContext(context, accountId)),

    async open(context, accountId) {
      const item = await table.tenant(context).get(tokenKey(accountId));
      if (!item)
        throw new ProviderError('token_rejected', 'No access is stored for this account. Connect it again.');
      const { sealedToken } = StoredToken.parse(item);
      return openOnce(sealedToken, encryptionContext(context, accountId));
    },

    async delete(context, accountId) {
      await table.tenant(context).delete(tokenKey(accountId));
    },
  };
}

function encryptionContext({ organizationId }: TenantContext, accountId: string): Record<string, string> {
  return { organizationId, accountId };
}
