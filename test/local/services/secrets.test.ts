import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  InvalidParameterException,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { startSecrets } from '../../../local/services/secrets.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { freshOptions, serve } from './service-client.ts';

async function secrets(options: ServiceOptions = freshOptions()) {
  const service = startSecrets(options);
  const { config, needed } = await serve(service);
  return { service, needed, client: new SecretsManagerClient(config) };
}

const get = (SecretId: string, more = {}) => new GetSecretValueCommand({ SecretId, ...more });

describe('Secrets Manager of the local cloud', () => {
  it('ST-02 generates the value that the template leaves open, once', async () => {
    const options = freshOptions();
    const properties = {
      Name: 'earshot/meta-app',
      GenerateSecretString: {
        SecretStringTemplate: '{"appId":"123"}',
        GenerateStringKey: 'verifyToken',
        ExcludePunctuation: true,
        PasswordLength: 40,
      },
    };
    const first = await secrets(options);
    const created = first.service.createSecret(properties);
    const { SecretString = '' } = await first.client.send(get(created.arn));

    const second = await secrets(options);
    const again = second.service.createSecret(properties);

    expect(JSON.parse(SecretString)).toEqual({
      appId: '123',
      verifyToken: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
    });
    expect(again).toEqual(created);
    expect((await second.client.send(get('earshot/meta-app'))).SecretString).toBe(SecretString);
  });

  it('ST-02 keeps the previous version beside the current one', async () => {
    const { service, client } = await secrets();
    const { arn } = service.createSecret({ Name: 'key', SecretString: 'one' });

    const put = await client.send(new PutSecretValueCommand({ SecretId: 'key', SecretString: 'two' }));
    const current = await client.send(get(arn));
    const previous = await client.send(get(arn, { VersionStage: 'AWSPREVIOUS' }));
    const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: arn }));

    expect([previous.SecretString, current.SecretString]).toEqual(['one', 'two']);
    expect(put).toMatchObject({ ARN: arn, VersionId: current.VersionId, VersionStages: ['AWSCURRENT'] });
    expect(VersionIdsToStages).toEqual({
      [`${current.VersionId}`]: ['AWSCURRENT'],
      [`${previous.VersionId}`]: ['AWSPREVIOUS'],
    });
  });

  it('ST-02 puts a value once when the same request comes twice', async () => {
    const { service, client } = await secrets();
    service.createSecret({ Name: 'key', SecretString: 'one' });
    const put = new PutSecretValueCommand({
      SecretId: 'key',
      SecretString: 'two',
      ClientRequestToken: 'a'.repeat(32),
    });
    await client.send(put);
    await client.send(put);

    expect((await client.send(get('key', { VersionStage: 'AWSPREVIOUS' }))).SecretString).toBe('one');
  });

  it('ST-02 answers with the typed errors of the service', async () => {
    const { client } = await secrets();
    await client.send(new CreateSecretCommand({ Name: 'key' }));

    await expect(client.send(new CreateSecretCommand({ Name: 'key' }))).rejects.toThrow(
      ResourceExistsException,
    );
    await expect(client.send(get('missing'))).rejects.toThrow(ResourceNotFoundException);
    await expect(client.send(get('key'))).rejects.toThrow(ResourceNotFoundException);
    await expect(client.send(new PutSecretValueCommand({ SecretId: 'key' }))).rejects.toThrow(
      InvalidParameterException,
    );
  });

  it('ST-05 names the ARN of the secret as what a call needs, also where it is called by name', async () => {
    const { service, client, needed } = await secrets();
    const { arn } = service.createSecret({ Name: 'key', SecretString: 'one' });
    await client.send(get('key'));

    expect(needed).toEqual([{ action: 'secretsmanager:GetSecretValue', resources: [arn] }]);
  });
});
