import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { tokenCipher } from '../../../shared/infra/kms/token-cipher.ts';

const keyArn = 'arn:aws:kms:eu-central-1:000000000000:key/tokens';
const context = { organizationId: 'org_1', accountId: 'acc_1' };

describe('tokenCipher', () => {
  it('CM-02 seals and opens with the organization and the account as encryption context', async () => {
    const kms = mockClient(KMSClient);
    kms.on(EncryptCommand).resolves({ CiphertextBlob: Buffer.from('ciphertext') });
    kms.on(DecryptCommand).resolves({ Plaintext: Buffer.from('EAAB-töken') });
    const cipher = tokenCipher(keyArn);
    const sealed = await cipher.seal('EAAB-töken', context);
    expect(await cipher.open(sealed, context)).toBe('EAAB-töken');
    const inputs = kms.calls().map((call) => call.args[0].input);
    expect(inputs).toEqual([
      { KeyId: keyArn, Plaintext: Buffer.from('EAAB-töken'), EncryptionContext: context },
      { KeyId: keyArn, CiphertextBlob: Buffer.from('ciphertext'), EncryptionContext: context },
    ]);
  });
});
