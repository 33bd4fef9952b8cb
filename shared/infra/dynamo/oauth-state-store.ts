import * as z from 'zod';
import type { PendingAuthorizationStore } from '../../core/accounts/ports.ts';
import { Provider } from '../../core/accounts/social-account.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import { addSeconds } from '../../core/kernel/time.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const StoredState = z.object({
  stateDigest: z.string(),
  sessionDigest: z.string(),
  organizationId: z.string(),
  memberId: z.string(),
  connectionId: z.string(),
  provider: Provider,
  redirectUri: z.string(),
  endsAt: z.string(),
});

/** An expired state is kept a little longer, so that its owner hears "expired" instead of "unknown". */
const KeptAfterwardsSeconds = 3_600;

const stateKey = (stateDigest: string): Key => ({ partition: `OAUTHSTATE#${stateDigest}`, sort: 'STATE' });

/** Global: a provider's redirect brings a state and no tenant. Only digests are stored, and each is taken once. */
export function oauthStateStore(table: Table): PendingAuthorizationStore {
  return {
    async save({ expiresAt, ...pending }) {
      const item = { type: 'OAuthState', ...pending, endsAt: expiresAt };
      await table.global.put(stateKey(pending.stateDigest), item, {
        expiresAt: addSeconds(expiresAt, KeptAfterwardsSeconds),
        condition: { absent: 'pk' },
      });
    },
    async take(stateDigest, sessionDigest, now) {
      try {
        const item = await table.global.update(stateKey(stateDigest), {
          set: { usedAt: now },
          condition: { all: [{ equals: ['sessionDigest', sessionDigest] }, { absent: 'usedAt' }] },
        });
        const { endsAt, ...pending } = StoredState.parse(item);
        return { ...pending, expiresAt: endsAt };
      } catch (error) {
        if (isAppError(error, 'condition_failed')) return undefined;
        throw error;
      }
    },
  };
}
