import type { TokenCipher } from '../../shared/infra/kms/token-cipher.ts';

/** Seals like KMS does: what was sealed in one context opens in no other. */
export function fakeCipher(): TokenCipher {
  return {
    seal: async (plaintext, context) =>
      Buffer.from(JSON.stringify({ context, plaintext })).toString('base64'),
    open: async (sealed, context) => {
      const opened = JSON.parse(Buffer.from(sealed, 'base64').toString()) as {
        context: unknown;
        plaintext: string;
      };
      if (JSON.stringify(opened.context) !== JSON.stringify(context))
        throw new Error('InvalidCiphertextException');
      return opened.plaintext;
    },
  };
}
