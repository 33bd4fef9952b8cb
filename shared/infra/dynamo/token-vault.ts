import * as z from 'zod';
import type { TokenVault } from '../../core/accounts/ports.ts';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import type { TokenRenewals } from '../../core/accounts/renewing-vault.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { TokenCipher } from '../kms/token-cipher.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';

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
export function tokenVault({ table, cipher, nowMilliseconds }: Options): TokenVault & TokenRenewals {
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

  async function read(context: TenantContext, accountId: string) {
    const item = await table.tenant(context).get(tokenKey(accountId));
    if (!item)
      throw new ProviderError('token_rejected', 'No access is stored for this account. Connect it again.');
    const { sealedToken } = StoredToken.parse(item);
    const text = await openOnce(sealedToken, encryptionContext(context, accountId));
    return { text, revision: sealedToken };
  }

  return {
    seal: (context, accountId, token) => cipher.seal(token, encryptionContext(context, accountId)),
    unseal: (context, accountId, sealed) => cipher.open(sealed, encryptionContext(context, accountId)),

    read,
    open: async (context, accountId) => (await read(context, accountId)).text,

    async delete(context, accountId) {
      await table.tenant(context).delete(tokenKey(accountId));
    },

    lease: (context, accountId, { revision, holder, now, until }) =>
      unlessRefused(
        table.tenant(context).update(tokenKey(accountId), {
          set: { renewer: holder, renewerUntil: until },
          condition: {
            all: [
              { equals: ['sealedToken', revision] },
              { any: [{ absent: 'renewerUntil' }, { atMost: ['renewerUntil', now] }] },
            ],
          },
        }),
      ),

    async replace(context, accountId, holder, text) {
      const sealedToken = await cipher.seal(text, encryptionContext(context, accountId));
      return unlessRefused(
        table
          .tenant(context)
          .put(tokenKey(accountId), tokenItem(accountId, sealedToken), { condition: isHeldBy(holder) }),
      );
    },

    async release(context, accountId, holder) {
      const changes = { remove: ['renewer', 'renewerUntil'], condition: isHeldBy(holder) };
      await unlessRefused(table.tenant(context).update(tokenKey(accountId), changes));
    },
  };
}

/** Connecting again writes a whole item, which nobody holds. */
function isHeldBy(holder: string): Condition {
  return { equals: ['renewer', holder] };
}

async function unlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isAppError(error, 'condition_failed')) return false;
    throw error;
  }
}

function encryptionContext({ organizationId }: TenantContext, accountId: string): Record<string, string> {
  return { organizationId, accountId };
}
