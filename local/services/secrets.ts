import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { LocalService } from '../service.ts';
import { AwsError } from './protocols/aws-error.ts';
import {
  answerJson,
  jsonError,
  type Operation,
  operation,
  operationName,
  textField,
} from './protocols/json-protocol.ts';
import { GenerateSecretString, generatedSecret } from './secrets/generated-secret.ts';
import type { ServiceOptions } from './service-options.ts';
import { openStateFile } from './state-file.ts';

export interface SecretsService extends LocalService {
  /** Creates the secret of an `AWS::SecretsManager::Secret`, or finds it again with the value that it has by now. */
  createSecret(properties: unknown): { name: string; arn: string };
}

const Version = z.object({ id: z.string(), value: z.string(), createdAt: z.number() });
const Secret = z.object({
  name: z.string(),
  arn: z.string(),
  description: z.string().optional(),
  current: Version.optional(),
  previous: Version.optional(),
});
type Secret = z.infer<typeof Secret>;
type Version = z.infer<typeof Version>;
const State = z.object({ secrets: z.record(z.string(), Secret) });

/** Secrets Manager with the two versions that count: AWSCURRENT and AWSPREVIOUS. */
export function startSecrets(options: ServiceOptions): SecretsService {
  const { state, save } = openStateFile(join(options.stateDir, 'secrets.json'), State, { secrets: {} });
  const find = (reference: string): Secret | undefined =>
    Object.values(state.secrets).find(({ name, arn }) => name === reference || arn === reference);
  const create = (name: string, description: string | undefined): Secret => {
    const secret = { name, arn: secretArn(options, name), description };
    state.secrets[name] = secret;
    return secret;
  };

  const operations = secretOperations(find, create, save);
  return {
    names: ['secretsmanager'],
    access: (request) => {
      const reference = textField(request, 'SecretId') ?? textField(request, 'Name') ?? '*';
      const arn = find(reference)?.arn ?? secretArn(options, reference);
      return [{ action: `secretsmanager:${operationName(request)}`, resources: [arn] }];
    },
    handle: (request) => answerJson(request, operations, 'InvalidParameterException'),
    deny: (message) => jsonError(new AwsError('AccessDeniedException', message)),
    createSecret: (properties) => {
      const wanted = SecretProperties.parse(properties);
      const secret = find(wanted.Name) ?? create(wanted.Name, wanted.Description);
      const generated = wanted.GenerateSecretString && generatedSecret(wanted.GenerateSecretString);
      secret.current ??= newVersion(wanted.SecretString ?? generated ?? '');
      save();
      return { name: secret.name, arn: secret.arn };
    },
    close: async () => {},
  };
}

const SecretProperties = z.object({
  Name: z.string(),
  Description: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: GenerateSecretString.optional(),
});

const SecretId = z.string();
const NewValue = z.object({ SecretId, SecretString: z.string(), ClientRequestToken: z.string().optional() });

function secretOperations(
  find: (reference: string) => Secret | undefined,
  create: (name: string, description: string | undefined) => Secret,
  save: () => void,
): Record<string, Operation> {
  const existing = (reference: string): Secret => {
    const secret = find(reference);
    if (secret) return secret;
    throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  };
  const put = (secret: Secret, value: string, token: string | undefined) => {
    if (token === undefined || token !== secret.current?.id) {
      secret.previous = secret.current;
      secret.current = newVersion(value, token);
    }
    save();
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: secret.current?.id,
      VersionStages: ['AWSCURRENT'],
    };
  };
  return {
    CreateSecret: operation(
      z.object({ Name: z.string(), Description: z.string().optional(), SecretString: z.string().optional() }),
      ({ Name, Description, SecretString }) => {
        if (find(Name)) throw new AwsError('ResourceExistsException', `The secret ${Name} already exists.`);
        const secret = create(Name, Description);
        if (SecretString !== undefined) return put(secret, SecretString, undefined);
        save();
        return { ARN: secret.arn, Name };
      },
    ),
    PutSecretValue: operation(NewValue, (input) =>
      put(existing(input.SecretId), input.SecretString, input.ClientRequestToken),
    ),
    GetSecretValue: operation(
      z.object({ SecretId, VersionStage: z.enum(['AWSCURRENT', 'AWSPREVIOUS']).default('AWSCURRENT') }),
      (input) => {
        const secret = existing(input.SecretId);
        const version = input.VersionStage === 'AWSCURRENT' ? secret.current : secret.previous;
        if (!version) {
          const message = `Secrets Manager can't find the specified secret value for staging label: ${input.VersionStage}`;
          throw new AwsError('ResourceNotFoundException', message);
        }
        return {
          ARN: secret.arn,
          Name: secret.name,
          VersionId: version.id,
          SecretString: version.value,
          VersionStages: [input.VersionStage],
          CreatedDate: version.createdAt / 1_000,
        };
      },
    ),
    DescribeSecret: operation(z.object({ SecretId }), (input) => {
      const { arn, name, description, current, previous } = existing(input.SecretId);
      const stages = Object.entries({ AWSCURRENT: current, AWSPREVIOUS: previous });
      const VersionIdsToStages = Object.fromEntries(
        stages.flatMap(([stage, version]) => (version ? [[version.id, [stage]]] : [])),
      );
      return { ARN: arn, Name: name, Description: description, VersionIdsToStages };
    }),
  };
}

function newVersion(value: string, id: string = randomUUID()): Version {
  return { id, value, createdAt: Date.now() };
}

/** AWS ends the ARN in six random characters; here they follow from the name, so that a restart changes nothing. */
function secretArn({ region, account }: ServiceOptions, name: string): string {
  const suffix = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${suffix}`;
}
