import * as z from 'zod';
import { Provider } from './social-account.ts';

/** An access token that ends soon, with what renews it; sealed in the vault as one text. */
export const RenewableToken = z.object({
  provider: Provider,
  accessToken: z.string(),
  accessTokenExpiresAt: z.string(),
  /** Null where the provider gave none this time: the one that is stored stays in use. */
  refreshToken: z.string().nullable(),
});
export type RenewableToken = z.infer<typeof RenewableToken>;

export function textOfToken(token: RenewableToken): string {
  return JSON.stringify(token);
}

/** Undefined for a token that lasts, which is a text of its provider's own and never JSON. */
export function renewableTokenOf(text: string): RenewableToken | undefined {
  return text.startsWith('{') ? RenewableToken.parse(JSON.parse(text)) : undefined;
}
