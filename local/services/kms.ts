import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Access, AwsRequest, LocalService } from '../service.ts';
import { open, seal, sealedWith } from './kms/envelope.ts';
import { type KeyRing, openKeyRing } from './kms/keys.ts';
import { AwsError } from './protocols/aws-error.ts';
import {
  answerJson,
  Blob,
  jsonBody,
  jsonError,
  type Operation,
  operation,
  operationName,
} from './protocols/json-protocol.ts';
import type { ServiceOptions } from './service-options.ts';

export interface KmsService extends LocalService {
  /** Creates the key of an `AWS::KMS::Key` under this id, or finds it again. */
  createKey(keyId: string, properties?: unknown): { keyId: string; arn: string };
  /** Points `alias/<name>` to a key. */
  createAlias(aliasName: string, keyId: string): void;
}

/** KMS with symmetric keys and HMAC keys. */
export function startKms(options: ServiceOptions): KmsService {
  const keys = openKeyRing(options);
  const operations = kmsOperations(keys, options.account);
  return {
    names: ['kms'],
    access: (request) => kmsAccess(request, keys),
    handle: (request) => answerJson(request, operations),
    deny: (message) => jsonError(new AwsError('AccessDeniedException', message)),
    createKey: (keyId, properties = {}) => {
      keys.create(keyId, properties);
      return { keyId, arn: keys.arnOf(keyId) };
    },
    createAlias: (aliasName, keyId) => keys.alias(aliasName, keyId),
    close: async () => {},
  };
}

const KeyId = z.string();
const EncryptionContext = z.record(z.string(), z.string()).default({});
const EncryptionAlgorithm = 'SYMMETRIC_DEFAULT';
const Mac = z.object({ KeyId, Message: Blob, MacAlgorithm: z.literal('HMAC_SHA_256') });

function kmsOperations(keys: KeyRing, account: string): Record<string, Operation> {
  return {
    Encrypt: operation(z.object({ KeyId, Plaintext: Blob, EncryptionContext }), (input) => {
      const { keyId, arn, material } = keys.usable(input.KeyId, 'ENCRYPT_DECRYPT');
      if (input.Plaintext.length > 4_096)
        throw new AwsError('ValidationException', 'At most 4096 bytes can be encrypted.');
      const blob = seal(keyId, material, input.Plaintext, input.EncryptionContext);
      return { CiphertextBlob: blob.toString('base64'), KeyId: arn, EncryptionAlgorithm };
    }),
    Decrypt: operation(
      z.object({ KeyId: KeyId.optional(), CiphertextBlob: Blob, EncryptionContext }),
      (input) => {
        const { arn, keyId, material } = keys.usable(sealedWith(input.CiphertextBlob), 'ENCRYPT_DECRYPT');
        if (input.KeyId !== undefined && keys.find(input.KeyId).keyId !== keyId) {
          throw new AwsError(
            'IncorrectKeyException',
            'The key in the request did not encrypt this ciphertext.',
          );
        }
        const plaintext = open(input.CiphertextBlob, material, input.EncryptionContext);
        return { Plaintext: plaintext.toString('base64'), KeyId: arn, EncryptionAlgorithm };
      },
    ),
    GenerateDataKey: operation(DataKey, (input) => {
      const { keyId, arn, material } = keys.usable(input.KeyId, 'ENCRYPT_DECRYPT');
      const plaintext = randomBytes(input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32));
      const blob = seal(keyId, material, plaintext, input.EncryptionContext);
      return { Plaintext: plaintext.toString('base64'), CiphertextBlob: blob.toString('base64'), KeyId: arn };
    }),
    GenerateMac: operation(Mac, (input) => {
      const key = keys.usable(input.KeyId, 'GENERATE_VERIFY_MAC');
      const { MacAlgorithm } = input;
      return { Mac: mac(key.material, input.Message).toString('base64'), MacAlgorithm, KeyId: key.arn };
    }),
    VerifyMac: operation(Mac.extend({ Mac: Blob }), (input) => {
      const key = keys.usable(input.KeyId, 'GENERATE_VERIFY_MAC');
      const expected = mac(key.material, input.Message);
      if (expected.length !== input.Mac.length || !timingSafeEqual(expected, input.Mac)) {
        throw new AwsError('KMSInvalidMacException', 'The MAC does not belong to the message.');
      }
      return { MacValid: true, MacAlgorithm: input.MacAlgorithm, KeyId: key.arn };
    }),
    DescribeKey: operation(z.object({ KeyId }), (input) => ({
      KeyMetadata: metadata(keys.find(input.KeyId), account),
    })),
  };
}

const DataKey = z.object({
  KeyId,
  EncryptionContext,
  KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
  NumberOfBytes: z.int().min(1).max(1_024).optional(),
});

function mac(material: Buffer, message: Buffer): Buffer {
  return createHmac('sha256', material).update(message).digest();
}

function metadata(key: ReturnType<KeyRing['find']>, account: string) {
  return {
    KeyId: key.keyId,
    Arn: key.arn,
    AWSAccountId: account,
    CreationDate: key.createdAt / 1_000,
    Enabled: true,
    KeyState: 'Enabled',
    KeyUsage: key.usage,
    KeySpec: key.spec,
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
  };
}

function kmsAccess(request: AwsRequest, keys: KeyRing): Access[] {
  const input = z
    .object({ KeyId: KeyId.optional(), CiphertextBlob: Blob.optional() })
    .parse(jsonBody(request));
  const action = `kms:${operationName(request)}`;
  try {
    const reference = input.KeyId ?? sealedWith(input.CiphertextBlob ?? Buffer.alloc(0));
    return [{ action, resources: [keys.find(reference).arn] }];
  } catch (error) {
    // Like KMS: whether a key exists is told only to those who may use any.
    if (error instanceof AwsError) return [{ action, resources: [keys.arnOf('*')] }];
    throw error;
  }
}
