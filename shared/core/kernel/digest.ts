import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex: for comparing texts and for storing secrets that are only ever compared. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
