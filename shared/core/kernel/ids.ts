import { createHash } from 'node:crypto';

/** Makes a fresh id with the given prefix, e.g. `newId('rule')` → `rule_01k…`; sorts by time of creation. */
export type NewId = (prefix: string) => string;

const Alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Crockford's base 32 in lower case: no letters that people confuse, safe in keys and addresses. */
function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += Alphabet.charAt((value >> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + Alphabet.charAt((value << (5 - bits)) & 31) : text;
}

/**
 * Derives an id from what identifies a thing outside (provider, account, external id):
 * the same thing seen twice has the same id, which makes a conditional put its own de-duplication.
 */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return `${prefix}_${base32(digest.subarray(0, 16))}`;
}

/** The body of a time-ordered id: 48 bits of milliseconds, then 80 random bits (the layout of a ULID). */
export function timeOrderedId(prefix: string, epochMilliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = epochMilliseconds;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  return `${prefix}_${base32(bytes)}`;
}
