import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LocalCloud } from '../../local/cloud.ts';
import { simulatedMetaApp } from '../../local/providers/meta/app.ts';
import { simulatedTiktokApp } from '../../local/providers/tiktok/app.ts';
import { simulatedGoogleApp } from '../../local/providers/youtube/app.ts';
import { LocalStage } from '../../shared/contract/env.ts';

/** Stores the simulated apps' credentials, as an operator stores real ones after a deployment (docs/operations.md). */
export async function storeAppCredentials(cloud: LocalCloud): Promise<void> {
  const client = new SecretsManagerClient({
    endpoint: cloud.awsUrl,
    region: cloud.region,
    credentials: { accessKeyId: cloud.administratorKeyId, secretAccessKey: 'local' },
  });
  await client.send(
    new PutSecretValueCommand({
      SecretId: `earshot/${LocalStage}/providers`,
      SecretString: JSON.stringify({
        meta: simulatedMetaApp,
        google: simulatedGoogleApp,
        tiktok: simulatedTiktokApp,
      }),
    }),
  );
  client.destroy();
}
