import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** A rotated secret is noticed after at most this long. */
const KeptMilliseconds = 5 * 60_000;

/** Reads a secret's text when it is first needed and keeps it for five minutes; calls at the same time share one read. */
export function secretReader(
  arn: string,
  now: () => number,
  client = new SecretsManagerClient(),
): () => Promise<string> {
  let kept: { value: Promise<string>; until: number } | undefined;
  return () => {
    if (!kept || kept.until <= now()) {
      const value = read(client, arn);
      kept = { value, until: now() + KeptMilliseconds };
      value.catch(() => {
        kept = undefined;
      });
    }
    return kept.value;
  };
}

async function read(client: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (SecretString === undefined) throw new Error('The secret holds no text.');
  return SecretString;
}
