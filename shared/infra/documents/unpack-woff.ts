import { inflateSync } from 'node:zlib';

const HeaderBytes = 44;
const EntryBytes = 20;
const OpenTypeHeaderBytes = 12;
const OpenTypeEntryBytes = 16;

/**
 * A WOFF 1.0 font as the OpenType font that is packed in it (W3C WOFF 1.0, §3 to §5).
 * The PDF library reads either, but unpacks the outlines of a WOFF anew for each glyph: seconds for one report.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, HeaderBytes + index * EntryBytes));
  const header = Buffer.alloc(OpenTypeHeaderBytes + count * OpenTypeEntryBytes);
  const power = Math.floor(Math.log2(count));
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let offset = header.length;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = OpenTypeHeaderBytes + index * OpenTypeEntryBytes;
    tag.copy(header, entry);
    checksum.copy(header, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    offset += padded(data.length);
  }
  return Buffer.concat([
    header,
    ...tables.flatMap(({ data }) => [data, Buffer.alloc(padded(data.length) - data.length)]),
  ]);
}

function tableAt(woff: Buffer, entry: number) {
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum: woff.subarray(entry + 16, entry + 20),
    data: packedLength < length ? inflateSync(packed) : packed,
  };
}

/** Tables begin at whole words. */
const padded = (length: number) => Math.ceil(length / 4) * 4;
