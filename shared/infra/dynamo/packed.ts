import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PackingDictionary } from './packing-dictionary.ts';
import { timesIn, withShortTimes, withWholeTimes } from './short-times.ts';

/** The first byte names the dictionary that the rest was packed with. */
const Dictionary = 2;
/** Then the time that the others are counted from. */
const BaseBytes = 6;
const HeaderBytes = 1 + BaseBytes;

const dictionary = Buffer.from(PackingDictionary);

/**
 * Packs a value as JSON into a few bytes. An item costs a write unit for each kilobyte, and what it holds besides its
 * keys and filters is mostly the same names and words, which the dictionary holds already, and times that lie close
 * together (docs/data-model.md).
 */
export function pack(value: unknown): Uint8Array {
  // A person may have written down a time from before the first that fits.
  const base = timesIn(value).find((time) => time >= 0) ?? 0;
  const header = Buffer.alloc(HeaderBytes);
  header.writeUInt8(Dictionary);
  header.writeUIntBE(base, 1, BaseBytes);
  const packed = deflateRawSync(withShortTimes(value, base), { dictionary, level: 9, memLevel: 9 });
  return Buffer.concat([header, packed]);
}

/** The reverse of `pack`. */
export function unpack(bytes: unknown): unknown {
  if (!(bytes instanceof Uint8Array) || bytes[0] !== Dictionary) {
    throw new TypeError('These bytes were not packed with a dictionary that is known here.');
  }
  const base = Buffer.from(bytes).readUIntBE(1, BaseBytes);
  return withWholeTimes(inflateRawSync(bytes.subarray(HeaderBytes), { dictionary }).toString('utf8'), base);
}
