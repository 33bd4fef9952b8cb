import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { WebhookVault } from '../../core/webhooks/ports.ts';
import type { TokenCipher } from './token-cipher.ts';

const KeptMilliseconds = 5 * 60_000;

/** Signing secrets are encrypted for their endpoint; what was decrypted stays in memory for five minutes. */
export function webhookVault({ seal, open }: TokenCipher, nowMilliseconds: () => number): WebhookVault {
  const opened = new Map<string, { secret: string; until: number }>();
  return {
    seal: (context, webhookId, secret) => seal(secret, encryptionContext(context, webhookId)),

    async open(context, webhookId, sealed) {
      const now = nowMilliseconds();
      for (const [key, { until }] of opened) if (until <= now) opened.delete(key);
      const encryption = encryptionContext(context, webhookId);
      const key = JSON.stringify([encryption, sealed]);
      const known = opened.get(key);
      if (known) return known.secret;
      const secret = await open(sealed, encryption);
      opened.set(key, { secret, until: now + KeptMilliseconds });
      return secret;
    },
  };
}

function encryptionContext({ organizationId }: TenantContext, webhookId: string): Record<string, string> {
  return { organizationId, webhookId };
}
