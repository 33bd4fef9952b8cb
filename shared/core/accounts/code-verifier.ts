import { sha256 } from '../kernel/digest.ts';

/**
 * The secret that proves to a provider that the code comes back to whoever started the dialog (PKCE, CM-01): made from
 * the browser's cookie, so that it is stored nowhere.
 */
export function codeVerifierOf(sessionSecret: string): string {
  return sha256(`code-verifier#${sessionSecret}`);
}
