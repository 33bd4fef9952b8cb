import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../protocols/aws-error.ts';

export type EncryptionContext = Record<string, string>;

const Version = 1;
const IvBytes = 12;
const TagBytes = 16;

/** Encrypts with AES-256-GCM; the key's id travels in the result, the encryption context is authenticated. */
export function seal(keyId: string, material: Buffer, plaintext: Buffer, context: EncryptionContext): Buffer {
  const id = Buffer.from(keyId);
  const iv = randomBytes(IvBytes);
  const cipher = createCipheriv('aes-256-gcm', material, iv).setAAD(canonical(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([Version, id.length]), id, iv, cipher.getAuthTag(), sealed]);
}

/** The id of the key that made this ciphertext. */
export function sealedWith(blob: Buffer): string {
  const [version, idLength = 0] = blob;
  if (version !== Version || blob.length < 2 + idLength + IvBytes + TagBytes) throw invalidCiphertext();
  return blob.subarray(2, 2 + idLength).toString('utf8');
}

/** Decrypts what `seal` made; a changed ciphertext or another encryption context is refused. */
export function open(blob: Buffer, material: Buffer, context: EncryptionContext): Buffer {
  const start = 2 + Buffer.byteLength(sealedWith(blob));
  const iv = blob.subarray(start, start + IvBytes);
  const tag = blob.subarray(start + IvBytes, start + IvBytes + TagBytes);
  const decipher = createDecipheriv('aes-256-gcm', material, iv).setAAD(canonical(context)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(blob.subarray(start + IvBytes + TagBytes)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

/** The order of the pairs does not matter to KMS. */
function canonical(context: EncryptionContext): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function invalidCiphertext(): AwsError {
  return new AwsError('InvalidCiphertextException', 'The ciphertext or its encryption context is not valid.');
}
