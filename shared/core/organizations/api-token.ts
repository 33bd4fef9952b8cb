import * as z from 'zod';
import { sha256 } from '../kernel/digest.ts';

/** A machine client's credential as it is listed: the token itself is shown once and never stored. */
export const ApiToken = z.object({
  tokenId: z.string(),
  name: z.string().min(1).max(100),
  scopes: z.array(z.string()).min(1),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Null: does not expire. */
  expiresAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** Marks Earshot's tokens, so that secret scanners and the authorizer know them at sight. */
export const TokenPrefix = 'earshot_';

/** What is stored of a token; 256 random bits need no salt and no slow hash. */
export function tokenDigest(token: string): string {
  return sha256(token);
}
