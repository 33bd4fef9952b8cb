/** How far into a document an XML declaration is looked for. */
const PrologBytes = 400;

/** Encodings that are declared by default rather than by knowledge, so that the bytes may say otherwise. */
const DefaultLabels = new Set(['us-ascii', 'ascii', 'iso-8859-1', 'latin1', 'windows-1252', 'utf-8', 'utf8']);

/**
 * Turns a feed's bytes into text: by byte order mark, HTTP charset, XML declaration, as UTF-8, at last as windows-1252.
 * Bytes that are UTF-8 are read as such even where Latin-1 or ASCII is declared: the reverse mistake does not occur.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const wide = wideEncoding(bytes);
  if (wide) return decodeWide(bytes, wide);
  const declared = charsetOf(contentType) ?? prologEncoding(bytes);
  if (declared && !DefaultLabels.has(declared)) {
    const text = decodedAs(declared, bytes);
    if (text !== undefined) return text;
  }
  return decodedAs('utf-8', bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The first bytes of `<?xml` or of a byte order mark, in each encoding whose units are wider than a byte. */
const WideSignatures: readonly [WideEncoding, readonly number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-32le', [0x3c, 0, 0, 0]],
  ['utf-32be', [0, 0, 0, 0x3c]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0]],
  ['utf-16be', [0, 0x3c]],
];

function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  return WideSignatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0];
}

function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const code = view.getUint32(offset, encoding === 'utf-32le');
    if (code !== 0xfeff) parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

function charsetOf(contentType: string | null): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
}

function prologEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, PrologBytes));
  return /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([^"'\s]+)/i.exec(start)?.[1]?.toLowerCase();
}

/** Undefined when the bytes are not in this encoding, or when nobody knows it. */
function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
