import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import { type ApiToken, TokenPrefix, tokenDigest } from './api-token.ts';
import type { ApiTokenStore } from './ports.ts';

interface Deps {
  apiTokens: ApiTokenStore;
  newId: NewId;
  /** At least 256 random bits as text. */
  randomSecret(): string;
}

interface Input {
  name: string;
  scopes: readonly string[];
  expiresInDays?: number | undefined;
}

/** Issues an API token: the answer holds it in clear for the only time; the store gets its digest. */
export async function issueToken(
  deps: Deps,
  context: TenantContext,
  input: Input,
  now: Instant,
): Promise<ApiToken & { token: string }> {
  const secret = `${TokenPrefix}${deps.randomSecret()}`;
  const token: ApiToken = {
    tokenId: deps.newId('tok'),
    name: input.name,
    scopes: [...input.scopes],
    createdAt: now,
    createdBy: context.actor.kind === 'member' ? context.actor.memberId : 'system',
    expiresAt: input.expiresInDays ? addMilliseconds(now, input.expiresInDays * MillisecondsPerDay) : null,
  };
  await deps.apiTokens.create(context, token, tokenDigest(secret));
  return { ...token, token: secret };
}
