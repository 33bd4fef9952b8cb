import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  InvalidKeyUsageException,
  KMSClient,
  KMSInvalidMacException,
  NotFoundException,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { startKms } from '../../../local/services/kms.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { freshOptions, serve } from './service-client.ts';

const text = (value: string) => new TextEncoder().encode(value);
const arn = 'arn:aws:kms:eu-central-1:000000000000:key/tokens';

async function kmsWithKeys(options: ServiceOptions = freshOptions()) {
  const service = startKms(options);
  service.createKey('tokens');
  service.createKey('other');
  service.createKey('cursors', { KeyUsage: 'GENERATE_VERIFY_MAC', KeySpec: 'HMAC_256' });
  service.createAlias('alias/earshot', 'tokens');
  const { config, needed } = await serve(service);
  return { client: new KMSClient(config), needed };
}

describe('KMS of the local cloud', () => {
  it('ST-02 decrypts after a restart what it encrypted, whatever the order of the encryption context', async () => {
    const options = freshOptions();
    const first = await kmsWithKeys(options);
    const context = { organization: 'org_1', account: 'acc_1' };
    const { CiphertextBlob } = await first.client.send(
      new EncryptCommand({ KeyId: 'alias/earshot', Plaintext: text('secret'), EncryptionContext: context }),
    );

    const second = await kmsWithKeys(options);
    const { Plaintext, KeyId } = await second.client.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: { account: 'acc_1', organization: 'org_1' } }),
    );

    expect({ text: new TextDecoder().decode(Plaintext), KeyId }).toEqual({ text: 'secret', KeyId: arn });
  });

  it('ST-02 refuses another encryption context and a changed ciphertext', async () => {
    const { client } = await kmsWithKeys();
    const EncryptionContext = { organization: 'org_1' };
    const { CiphertextBlob = text('') } = await client.send(
      new EncryptCommand({ KeyId: arn, Plaintext: text('secret'), EncryptionContext }),
    );
    const changed = CiphertextBlob.slice();
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;

    await expect(client.send(new DecryptCommand({ CiphertextBlob }))).rejects.toThrow(
      InvalidCiphertextException,
    );
    await expect(
      client.send(new DecryptCommand({ CiphertextBlob: changed, EncryptionContext })),
    ).rejects.toThrow(InvalidCiphertextException);
    await expect(client.send(new DecryptCommand({ CiphertextBlob: text('short') }))).rejects.toThrow(
      InvalidCiphertextException,
    );
  });

  it('ST-02 refuses the wrong key, a missing key and a key of another usage', async () => {
    const { client } = await kmsWithKeys();
    const Plaintext = text('secret');
    const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId: 'tokens', Plaintext }));

    await expect(client.send(new DecryptCommand({ KeyId: 'other', CiphertextBlob }))).rejects.toThrow(
      IncorrectKeyException,
    );
    await expect(client.send(new EncryptCommand({ KeyId: 'missing', Plaintext }))).rejects.toThrow(
      NotFoundException,
    );
    await expect(client.send(new EncryptCommand({ KeyId: 'cursors', Plaintext }))).rejects.toThrow(
      InvalidKeyUsageException,
    );
  });

  it('ST-02 hands out data keys that Decrypt gives back', async () => {
    const { client } = await kmsWithKeys();
    const key = await client.send(new GenerateDataKeyCommand({ KeyId: 'tokens', KeySpec: 'AES_256' }));

    const { Plaintext } = await client.send(new DecryptCommand({ CiphertextBlob: key.CiphertextBlob }));

    expect(Plaintext).toEqual(key.Plaintext);
    expect(Plaintext).toHaveLength(32);
  });

  it('ST-02 verifies its own MACs and no others', async () => {
    const { client } = await kmsWithKeys();
    const request = { KeyId: 'cursors', MacAlgorithm: 'HMAC_SHA_256', Message: text('cursor') } as const;
    const { Mac } = await client.send(new GenerateMacCommand(request));

    expect(await client.send(new VerifyMacCommand({ ...request, Mac }))).toMatchObject({ MacValid: true });
    await expect(
      client.send(new VerifyMacCommand({ ...request, Mac: text('0'.repeat(32)) })),
    ).rejects.toThrow(KMSInvalidMacException);
  });

  it('ST-05 names the key behind an alias and behind a ciphertext as what a call needs', async () => {
    const { client, needed } = await kmsWithKeys();
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({ KeyId: 'alias/earshot', Plaintext: text('x') }),
    );
    await client.send(new DecryptCommand({ CiphertextBlob }));
    await client.send(new DescribeKeyCommand({ KeyId: arn }));

    expect(needed).toEqual([
      { action: 'kms:Encrypt', resources: [arn] },
      { action: 'kms:Decrypt', resources: [arn] },
      { action: 'kms:DescribeKey', resources: [arn] },
    ]);
  });
});
