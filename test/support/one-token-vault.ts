import type { TokenVault } from '../../shared/core/accounts/ports.ts';
import type { TokenRenewals } from '../../shared/core/accounts/renewing-vault.ts';

/** A vault for the token of one account, in memory and in clear text. */
export function oneTokenVault(
  first: string,
): TokenVault & TokenRenewals & { stored(): string; store(text: string): void } {
  let text = first;
  let held: { holder: string; until: string } | undefined;
  return {
    stored: () => text,
    store: (next) => {
      text = next;
      held = undefined;
    },
    seal: async (_context, _accountId, token) => token,
    unseal: async (_context, _accountId, sealed) => sealed,
    open: async () => text,
    delete: async () => undefined,
    read: async () => ({ text, revision: text }),
    lease: async (_context, _accountId, { revision, holder, now, until }) => {
      if (revision !== text || (held && held.until > now)) return false;
      held = { holder, until };
      return true;
    },
    replace: async (_context, _accountId, holder, next) => {
      if (held?.holder !== holder) return false;
      text = next;
      held = undefined;
      return true;
    },
    release: async (_context, _accountId, holder) => {
      if (held?.holder === holder) held = undefined;
    },
  };
}
