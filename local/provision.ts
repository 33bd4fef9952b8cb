import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CloudServices } from './cloud-services.ts';
import type { Resolver } from './template/resolve.ts';
import type { JsonObject, SynthesizedStack } from './template/template.ts';

type Provision = (resource: { logicalId: string; name: string; properties: JsonObject }) => unknown;

export interface ProvisionOptions {
  stack: SynthesizedStack;
  resolver: Resolver;
  services: CloudServices;
}

/** Creates what the template's resources are on this machine, or finds it again after a restart. */
export async function provision({ stack, resolver, services }: ProvisionOptions): Promise<void> {
  const resources = Object.entries(stack.template.Resources);
  for (const [type, create] of provisioners(resolver, services)) {
    for (const [logicalId, resource] of resources) {
      if (resource.Type !== type) continue;
      const { name } = resolver.identityOf(logicalId);
      await create({ logicalId, name, properties: resolver.properties(logicalId) });
    }
  }
}

/** In this order: what is referred to comes before what refers to it. */
function provisioners(resolver: Resolver, services: CloudServices): [string, Provision][] {
  const { dynamo, queues, storage, kms, secrets, scheduler, ses, cognito } = services;
  return [
    ['AWS::KMS::Key', ({ name, properties }) => kms.createKey(name, properties)],
    [
      'AWS::KMS::Alias',
      ({ name, properties }) => kms.createAlias(name, z.string().parse(properties['TargetKeyId'])),
    ],
    [
      'AWS::SecretsManager::Secret',
      ({ logicalId, name, properties }) =>
        resolver.learn(logicalId, secrets.createSecret({ ...properties, Name: name }).arn),
    ],
    [
      'AWS::DynamoDB::Table',
      ({ name, properties }) => dynamo.createTable({ ...properties, TableName: name }),
    ],
    [
      'AWS::SQS::Queue',
      async ({ logicalId, name, properties }) =>
        resolver.learn(logicalId, (await queues.createQueue({ ...properties, QueueName: name })).url),
    ],
    ['AWS::S3::Bucket', ({ name }) => storage.createBucket(name)],
    ['AWS::SES::EmailIdentity', ({ name }) => ses.verifyIdentity(name)],
    [
      'AWS::SES::ConfigurationSetEventDestination',
      ({ properties }) => ses.declareEventDestination(properties),
    ],
    ['AWS::Scheduler::ScheduleGroup', ({ name }) => scheduler.createGroup(name)],
    [
      'AWS::Scheduler::Schedule',
      ({ name, properties }) => scheduler.declareSchedule({ ...properties, Name: name }),
    ],
    ['AWS::Cognito::UserPool', ({ name, properties }) => cognito.createPool(withoutRegion(name), properties)],
    [
      'AWS::Cognito::UserPoolClient',
      ({ name, properties }) => cognito.createClient(withoutRegion(name), properties),
    ],
  ];
}

/** The ids of pools begin with their region; the service puts its own, `local`, before them. */
function withoutRegion(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

const Deployment = z.looseObject({
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().optional(),
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.json())).default([]),
});

/**
 * In place of the custom resource's function: copies the sources to the bucket. Texts that CDK fills in at deployment
 * are JSON; they get the template's values for their markers, with the addresses of this machine.
 */
export async function deployBuckets(
  { stack, resolver, services: { storage } }: ProvisionOptions,
  localAddresses: (text: string) => string,
): Promise<void> {
  for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
    if (resource.Type !== 'Custom::CDKBucketDeployment') continue;
    const deployment = Deployment.parse(resolver.properties(logicalId));
    const { DestinationBucketName: bucket, DestinationBucketKeyPrefix: prefix = '' } = deployment;
    for (const [index, source] of deployment.SourceObjectKeys.entries()) {
      const folder = join(stack.assetsDir, `asset.${source.replace(/\.zip$/, '')}`);
      await storage.copyFolder(folder, bucket, prefix);
      const markers = Object.entries(deployment.SourceMarkers[index] ?? {});
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
        let text = readFileSync(join(folder, name), 'utf8');
        for (const [marker, value] of markers) text = text.replaceAll(marker, String(value));
        await storage.putObject({ bucket, key: `${prefix}${name}`, body: Buffer.from(localAddresses(text)) });
      }
    }
  }
}
