import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PackingDictionary } from './packing-dictionary.ts';

/** The first byte names the dictionary that the rest was packed with. */
const Dictionary = 1;

const dictionary = Buffer.from(PackingDictionary);

/**
 * Packs a value as JSON into a few bytes. An item costs a write unit for each kilobyte, and what it holds besides its
 * keys and filters is mostly the same names and words, which the dictionary holds already (docs/data-model.md).
 */
export function pack(value: unknown): Uint8Array {
  const packed = deflateRawSync(JSON.stringify(value), { dictionary, level: 9 });
  return Buffer.concat([Buffer.of(Dictionary), packed]);
}

/** The reverse of `pack`. */
export function unpack(bytes: unknown): unknown {
  if (!(bytes instanceof Uint8Array) || bytes[0] !== Dictionary) {
    throw new TypeError('These bytes were not packed with a dictionary that is known here.');
  }
  return JSON.parse(inflateRawSync(bytes.subarray(1), { dictionary }).toString('utf8'));
}
