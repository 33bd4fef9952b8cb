import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';

/** Encrypts short secrets; a text sealed in one context opens in no other. */
export interface TokenCipher {
  seal(plaintext: string, context: Record<string, string>): Promise<string>;
  open(sealed: string, context: Record<string, string>): Promise<string>;
}

/** KMS itself encrypts (up to 4 KB): no data key ever lies in our memory, and every use is in KMS's log. */
export function tokenCipher(keyArn: string, client = new KMSClient()): TokenCipher {
  return {
    seal: async (plaintext, context) => {
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({ KeyId: keyArn, Plaintext: Buffer.from(plaintext), EncryptionContext: context }),
      );
      return Buffer.from(required(CiphertextBlob)).toString('base64');
    },
    open: async (sealed, context) => {
      const { Plaintext } = await client.send(
        new DecryptCommand({
          KeyId: keyArn,
          CiphertextBlob: Buffer.from(sealed, 'base64'),
          EncryptionContext: context,
        }),
      );
      return Buffer.from(required(Plaintext)).toString('utf8');
    },
  };
}

function required(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('KMS answered without data.');
  return bytes;
}
