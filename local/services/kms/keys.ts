import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';
import type { ServiceOptions } from '../service-options.ts';
import { openStateFile } from '../state-file.ts';

const Usage = z.enum(['ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC']);
type Usage = z.infer<typeof Usage>;
const Key = z.object({ material: z.base64(), usage: Usage, spec: z.string(), createdAt: z.number() });
const State = z.object({ keys: z.record(z.string(), Key), aliases: z.record(z.string(), z.string()) });

const KeyProperties = z.object({
  KeyUsage: Usage.default('ENCRYPT_DECRYPT'),
  KeySpec: z.enum(['SYMMETRIC_DEFAULT', 'HMAC_256']).default('SYMMETRIC_DEFAULT'),
});

export interface UsableKey {
  keyId: string;
  arn: string;
  material: Buffer;
}

/** The keys of this stack. Without this file nothing that they encrypted can be read again. */
export function openKeyRing({ stateDir, region, account }: ServiceOptions) {
  const { state, save } = openStateFile(join(stateDir, 'keys.json'), State, { keys: {}, aliases: {} });
  const arnOf = (keyId: string) => `arn:aws:kms:${region}:${account}:key/${keyId}`;

  function find(reference: string) {
    const name = reference.startsWith('arn:') ? reference.split(':').slice(5).join(':') : reference;
    const keyId = (name.startsWith('alias/') ? state.aliases[name] : name.replace(/^key\//, '')) ?? '';
    const key = state.keys[keyId];
    if (!key) throw new AwsError('NotFoundException', `Key '${reference}' does not exist.`);
    return { ...key, keyId, arn: arnOf(keyId) };
  }

  return {
    arnOf,
    /** Accepts what KMS accepts: key id, key ARN, alias name, alias ARN. */
    find,
    usable(reference: string, usage: Usage): UsableKey {
      const { keyId, arn, material, usage: actual } = find(reference);
      if (actual === usage) return { keyId, arn, material: Buffer.from(material, 'base64') };
      throw new AwsError('InvalidKeyUsageException', `${arn} key usage is ${actual}, not ${usage}.`);
    },
    create(keyId: string, properties: unknown): void {
      const { KeyUsage: usage, KeySpec: spec } = KeyProperties.parse(properties);
      state.keys[keyId] ??= {
        material: randomBytes(32).toString('base64'),
        usage,
        spec,
        createdAt: Date.now(),
      };
      save();
    },
    alias(name: string, keyId: string): void {
      state.aliases[name] = find(keyId).keyId;
      save();
    },
  };
}

export type KeyRing = ReturnType<typeof openKeyRing>;
